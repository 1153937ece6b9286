-- 本人の利用の記録: every log-in to the portal and everything a person changed there, also what failed. Whose card it was stands here only where it was admitted.
create table hub.self_service (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    act     text        not null, -- LOG_IN, ENROL, END_ENROLMENT, WITHDRAW
    token   text,                 -- CARD, ANDROID, IPHONE: of a log-in
    outcome text        not null,
    person  bigint
);
create index self_service_person on hub.self_service (person, at) where person is not null;
create trigger append_only before update or delete or truncate on hub.self_service for each statement execute function hub.refuse_change();
