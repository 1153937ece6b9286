-- 照会記録の連鎖: from here on every verification carries the hash of the one before it (docs/audit.md).

-- Numbers are given by the hub without gaps, so that a missing one shows. Two hubs that want the same number meet in the primary key.
alter table hub.verification alter column id drop identity;

alter table hub.verification
    add column limit_consent   boolean,
    add column disease_consent boolean,
    add column form            smallint, -- version of the byte form under the hash; absent: written before the chain began
    add column previous        bytea,    -- hash of the entry before
    add column hash            bytea;

-- Whatever was written before stays as it is and is not chained; nothing after it may be unchained.
do $$
begin
    execute format(
        'alter table hub.verification add constraint chained check (id <= %s or (form is not null and previous is not null and hash is not null'
            || ' and limit_consent is not null and disease_consent is not null))',
        coalesce((select max(id) from hub.verification), 0));
end $$;

-- A patient's own entries are found by the date of birth asked about.
create index verification_birth on hub.verification (asked_birth);

-- 検査点: how far the chain had come at an instant, signed by the hub.
create table hub.checkpoint (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    first     bigint      not null, -- the first chained entry
    last      bigint      not null, -- the last entry; first - 1 when there was none yet
    hash      bytea       not null, -- the hash of the last entry
    key       text        not null, -- which public key proves the signature
    signature text        not null
);

-- 検証の記録: each time somebody verified the log.
create table hub.audit_run (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    by       text        not null,
    first    bigint      not null,
    last     bigint      not null,
    entries  bigint      not null,
    findings bigint      not null
);

create trigger append_only before update or delete or truncate on hub.checkpoint for each statement execute function hub.refuse_change();
create trigger append_only before update or delete or truncate on hub.audit_run for each statement execute function hub.refuse_change();
