-- Feeds at national size: a fact in packed bytes, found by one hash, and checkpoints of long files (docs/decisions/0019-feeds-at-national-size.md).

-- The importer draws ids of persons and batches under a lock in the same transaction, and nothing is ever deleted: a foreign key would look up again what cannot fail.
alter table hub.fact drop constraint fact_batch_fkey;
alter table hub.fact drop constraint fact_person_fkey;

-- Facts from here on carry asked and packed, and names of 16 bytes; those before keep number_key, birth, qualified, body and content, and names of 32 bytes that begin with the same 16.
alter table hub.fact
    add column asked  bigint, -- hash of insurer and number: what an inquiry knows
    add column packed bytea,  -- the coverage in its packed form, the first byte says which
    alter column number_key drop not null,
    alter column birth drop not null,
    alter column qualified drop not null,
    alter column body drop not null,
    alter column content drop not null,
    add constraint told check (packed is not null and asked is not null or body is not null and number_key is not null and birth is not null);

-- The name of a coverage holds its person: whoever looks for the name looks among the person's facts.
drop index hub.fact_name;
drop index hub.fact_asked;
create index fact_asked_before on hub.fact (number_key, insurer, birth) where packed is null;

-- These two are taken away while a large file fills an empty register, and made again at its end: HubDatabase and every import see to that.
create index fact_asked on hub.fact (asked);
alter table hub.person drop constraint person_digest_key;
create unique index person_digest on hub.person (digest);

-- What a file says of itself: how many lines it has, and, when it is whole (全件), on which day.
alter table hub.batch
    add column lines bigint,
    add column whole date;

-- 全件のうち届かなかった資格: coverages that the hub holds and a whole file does not; absent for other files.
alter table hub.batch_end add column missing bigint;

-- 中間点: so many data lines of the file are stored, in one transaction with the mark.
create table hub.batch_mark (
    id          bigint generated always as identity primary key,
    batch       bigint      not null references hub.batch,
    recorded_at timestamptz not null,
    rows        bigint      not null,
    stored      bigint      not null,
    faulty      bigint      not null
);
create index batch_mark_batch on hub.batch_mark (batch, id desc);
create trigger append_only before update or delete or truncate on hub.batch_mark for each statement execute function hub.refuse_change();

-- 全件の照合: facts that a whole file said again. No log: a work list, emptied when the file has been taken.
create table hub.said_again (
    batch bigint not null,
    fact  bigint not null
);
create index said_again_batch on hub.said_again (batch);
