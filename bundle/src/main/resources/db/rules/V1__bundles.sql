-- Two logs of rule bundles: what a hub published, and what a desk received. Both are append-only: a correction is a new bundle.

-- 公布: the bundles a hub hands out; the one with the highest serial is the current one.
create table published (
    serial       bigint      primary key,
    published_at timestamptz not null,
    digest       text        not null,
    head         text        not null, -- the bundle's head as JSON
    bytes        bytea       not null
);

-- 受領: every bundle a desk received, taken or refused. A refused one is kept aside with its reason and never used.
create table received (
    id       bigint      generated always as identity primary key,
    at       timestamptz not null,
    digest   text        not null,
    refusal  text,                 -- absent: taken
    serial   bigint,               -- known where the signature was good
    head     text,                 -- as JSON, where the signature was good
    problems text        not null, -- everything that was wrong, as JSON
    bytes    bytea                 -- absent where it was too large to be fetched
);
create unique index received_taken on received (serial) where refusal is null;
create index received_digest on received (digest, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the table % is append-only: a correction is a new bundle', tg_table_name;
end $$;
create trigger append_only before update or delete or truncate on published for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on received for each statement execute function refuse_change();

-- Serials rise, whoever publishes at the same time.
create function only_newer() returns trigger language plpgsql as $$
begin
    lock table rules.published in share row exclusive mode;
    if exists (select 1 from rules.published where serial >= new.serial) then
        raise unique_violation using message = 'a bundle of this or a higher serial is published already';
    end if;
    return new;
end $$;
create trigger rising before insert on published for each row execute function only_newer();
