-- 諸台帳: the hub's small registers in one append-only log (docs/decisions/0020). Each kind has its own body; what they share stands in columns.
create table hub.register_fact (
    id          bigint generated always as identity primary key,
    recorded_at timestamptz not null,
    batch       bigint      references hub.batch, -- the file it came from
    caller      text,                             -- who registered it otherwise: a facility or a part of the hub; nothing personal
    kind        text        not null,             -- CARD, ENROLMENT, REFERENCE_NUMBER, CONSENT, CERTIFICATE, NOTICE, SUPPRESSION
    name        bytea       not null,             -- digest of what names the entry: of two facts with one name the later counts
    person      bigint      not null references hub.person,
    valid_from  date        not null,
    valid_until date,                             -- the first day without; absent: open. Not a daterange, which forgets both ends of an empty period
    withdrawn   boolean     not null,
    body        text        not null,             -- the entry as JSON
    check ((batch is null) <> (caller is null))
);
create index register_fact_name on hub.register_fact (name, id desc);
create index register_fact_person on hub.register_fact (person, kind);
create index register_fact_card on hub.register_fact (substring(name from 1 for 8)) where kind = 'CARD'; -- cards that share a fingerprint
create trigger append_only before update or delete or truncate on hub.register_fact for each statement execute function hub.refuse_change();

-- Inquiries by card: form 2 of the verification log (docs/audit.md).
alter table hub.verification
    alter column asked_insurer drop not null,
    alter column asked_number drop not null,
    alter column asked_birth drop not null,
    add column asked_issuer text,
    add column asked_serial text,
    add column registered   text; -- ids of the register_facts the answer rests on, joined by commas

-- A patient's own entries are also found by the cards asked about.
create index verification_serial on hub.verification (asked_serial) where asked_serial is not null;
