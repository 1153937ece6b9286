-- 診察券の番号: the facility's own list of numbers, by which a card is linked for the first time. Append-only: a person's later line under the same number takes the place of the earlier one.
create table patient_number (
    seq bigint generated always as identity primary key,
    at timestamptz not null,
    operator text not null,
    number text not null,
    kana text not null, -- full width katakana without spaces
    birth date not null
);
create index patient_number_by_person on patient_number (kana, birth);
create index patient_number_by_number on patient_number (number, seq desc);
create trigger patient_number_is_append_only before update or delete or truncate on patient_number
    for each statement execute function refuse_change();
