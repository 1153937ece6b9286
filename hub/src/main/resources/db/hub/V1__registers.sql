-- The hub's two logs. Both are append-only: a correction is a new row, and triggers refuse anything else.

-- The only trace of a My Number: a keyed digest, exchanged for the person it names. The key lies in a file, not here.
create table person (
    id     bigint generated always as identity primary key,
    digest bytea not null unique
);

-- One registration file taken. The file itself is not kept (it carries My Numbers); its digest is.
create table batch (
    id          bigint generated always as identity primary key,
    recorded_at timestamptz not null,
    file_name   text        not null,
    sha256      bytea       not null
);

create table batch_end (
    batch       bigint primary key references batch,
    finished_at timestamptz not null,
    stored      bigint      not null,
    unchanged   bigint      not null,
    faulty      bigint      not null
);

-- 資格の事実: what an insurer said about one coverage, valid for days, recorded at an instant.
create table fact (
    id          bigint generated always as identity primary key,
    recorded_at timestamptz not null,
    batch       bigint      not null references batch,
    person      bigint      not null references person,
    name        bytea       not null, -- digest of what names the coverage: insurer, symbol, number, branch, person, first day
    insurer     text        not null,
    number_key  text        not null,
    birth       date        not null,
    qualified   daterange   not null,
    withdrawn   boolean     not null,
    suppressed  boolean     not null,
    body        text        not null, -- the coverage as JSON
    content     bytea       not null  -- digest of everything said, to recognise a row taken twice
);
create index fact_asked on fact (number_key, insurer, birth);
create index fact_person on fact (person);
create index fact_name on fact (name, id desc);

-- 医療券: one ticket, recorded at an instant.
create table ticket_fact (
    id          bigint generated always as identity primary key,
    recorded_at timestamptz not null,
    batch       bigint      not null references batch,
    name        bytea       not null,
    payer       text        not null,
    number_key  text        not null,
    month       date        not null,
    facility    text        not null,
    withdrawn   boolean     not null,
    body        text        not null,
    content     bytea       not null
);
create index ticket_asked on ticket_fact (number_key, payer, month, facility);
create index ticket_name on ticket_fact (name, id desc);

-- 照会記録: who asked what, when, and what was answered. Written before the answer leaves.
create table verification (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    facility     text        not null,
    terminal     text        not null,
    operator     text        not null,
    kind         text        not null,
    day          date        not null,
    known_at     timestamptz,
    asked_insurer text       not null,
    asked_symbol  text,
    asked_number  text       not null,
    asked_branch  text,
    asked_birth   date       not null,
    outcome      text        not null,
    facts        text        not null  -- ids of the facts the answer rests on, joined by commas
);
create index verification_at on verification (at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the table % is append-only: a correction is a new row', tg_table_name;
end $$;

create trigger append_only before update or delete or truncate on person for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on batch for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on batch_end for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on fact for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on ticket_fact for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on verification for each statement execute function refuse_change();
