-- 受付の記録: a reception begins once, and facts about it follow. Nothing here is ever changed or removed.
create table visit (
    seq bigint generated always as identity,
    id text primary key,
    received_day date not null,
    source text not null unique -- what began it: the same card result or the same sent form never begins two
);
create index visit_by_day on visit (received_day);

create table visit_event (
    seq bigint generated always as identity primary key,
    visit text not null references visit (id),
    at timestamptz not null,
    people text[] not null, -- who the fact is about, for finding earlier receptions of the same person
    body jsonb not null
);
create index visit_event_by_visit on visit_event (visit, seq);
create index visit_event_by_person on visit_event using gin (people);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the visit log is append-only: a correction is a new fact';
end $$;
create trigger visit_is_append_only before update or delete or truncate on visit
    for each statement execute function refuse_change();
create trigger visit_event_is_append_only before update or delete or truncate on visit_event
    for each statement execute function refuse_change();
