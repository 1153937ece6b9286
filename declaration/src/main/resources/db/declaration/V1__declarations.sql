-- 申立書: a declaration begins once; what it says is in its versions. A correction is a new version, and nothing is changed.
-- Destroying removes all versions for good (R-UNK-13). What stays is here and in destruction: ids, days, reasons, nothing personal.
create table declaration (
    seq bigint generated always as identity,
    id text primary key,
    once text not null unique, -- names the sheet: sending it twice files it once
    visit text, -- the desk's reception
    received_day date not null
);
create index declaration_by_visit on declaration (visit);

create table version (
    seq bigint generated always as identity primary key,
    declaration text not null references declaration (id),
    at timestamptz not null,
    operator text not null,
    entered text not null,
    body jsonb not null
);
create index version_by_declaration on version (declaration, seq);

create table destruction (
    declaration text primary key references declaration (id),
    at timestamptz not null,
    operator text not null,
    reason text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'declarations are append-only: a correction is a new version';
end $$;
create trigger declaration_is_append_only before update or delete or truncate on declaration
    for each statement execute function refuse_change();
create trigger destruction_is_append_only before update or delete or truncate on destruction
    for each statement execute function refuse_change();
create trigger version_is_append_only before update or truncate on version
    for each statement execute function refuse_change();

create function refuse_silent_removal() returns trigger language plpgsql as $$
begin
    if not exists (select from declaration.destruction d where d.declaration = old.declaration) then
        raise exception 'a version is removed only with the record of its destruction';
    end if;
    return old;
end $$;
create trigger version_goes_only_with_its_record before delete on version
    for each row execute function refuse_silent_removal();

create function refuse_revival() returns trigger language plpgsql as $$
begin
    perform from declaration.declaration d where d.id = new.declaration for update;
    if exists (select from declaration.destruction d where d.declaration = new.declaration) then
        raise exception 'a destroyed declaration stays destroyed';
    end if;
    return new;
end $$;
create trigger version_never_returns before insert on version
    for each row execute function refuse_revival();
