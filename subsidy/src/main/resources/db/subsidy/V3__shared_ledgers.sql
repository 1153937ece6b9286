-- 上限額管理票（共有）: facts of the ledger of one certificate, month and total, written by facilities. The number is the lock: of two writers who saw the same ledger only one gets the next.
create table subsidy.ledger_fact (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    facility     text        not null, -- 医療機関コード, from its certificate
    operator     text        not null, -- who wrote it, as the facility calls them
    person       bigint      not null,
    municipality text        not null,
    type         text        not null,
    sub_key      text        not null,
    month        date        not null, -- its first day
    total        text        not null, -- the kinds of ceiling that run together
    no           integer     not null,
    body         jsonb       not null,
    unique (person, municipality, type, sub_key, month, total, no)
);

-- 見た記録: every question for a ledger; without a person where it led to none that may be told.
create table subsidy.ledger_look (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    facility     text        not null,
    month        date        not null,
    person       bigint,
    municipality text,
    type         text,
    sub_key      text
);
create index ledger_look_person on subsidy.ledger_look (person, month);

-- A facility names a certificate by what is printed on it.
create index received_numbers on subsidy.received ((content::jsonb ->> 'payer'), (content::jsonb -> 'recipient' ->> 'text')) where good;

create trigger append_only before update or delete or truncate on subsidy.ledger_fact for each statement execute function subsidy.refuse_change();
create trigger append_only before update or delete or truncate on subsidy.ledger_look for each statement execute function subsidy.refuse_change();
