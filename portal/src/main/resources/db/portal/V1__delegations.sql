-- 代理: who may see whose screens, on what proof, until when; and when that was ended earlier. Persons by the hub's keys, which name nobody elsewhere. Nothing here is ever changed or removed.
create table delegation (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    guardian    bigint      not null,
    ward        bigint      not null check (ward <> guardian),
    relation    text        not null, -- CHILD, ELDER, GUARDIAN
    proof       text        not null, -- WARD_CARD: the ward's card and PIN, at the guardian's log-in
    from_day    date        not null,
    through_day date        not null check (through_day >= from_day)
);
create index delegation_by_guardian on delegation (guardian);
create index delegation_by_ward on delegation (ward);

create table delegation_end (
    delegation bigint      primary key references delegation (id),
    at         timestamptz not null,
    ended_by   text        not null -- GUARDIAN, WARD
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log of delegations is append-only: a correction is a new fact';
end $$;
create trigger delegation_is_append_only before update or delete or truncate on delegation
    for each statement execute function refuse_change();
create trigger delegation_end_is_append_only before update or delete or truncate on delegation_end
    for each statement execute function refuse_change();
