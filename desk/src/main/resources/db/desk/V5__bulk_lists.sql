-- 一括照会の控え: the list a clerk sent, and what came of it. Append-only: a list is written once, and facts about it follow.
create table bulk_list (
    seq bigint generated always as identity,
    id text primary key,
    made_at timestamptz not null,
    day date not null,      -- 資格確認日
    operator text not null,
    entries jsonb not null  -- the patients in the order of the list
);
create index bulk_list_by_seq on bulk_list (seq desc);

create table bulk_fact (
    seq bigint generated always as identity primary key,
    list text not null references bulk_list (id),
    at timestamptz not null,
    kind text not null check (kind in ('received', 'refused', 'finished', 'failed', 'cancelled')),
    body jsonb not null
);
create index bulk_fact_by_list on bulk_fact (list, seq);

create trigger bulk_list_is_append_only before update or delete or truncate on bulk_list
    for each statement execute function refuse_change();
create trigger bulk_fact_is_append_only before update or delete or truncate on bulk_fact
    for each statement execute function refuse_change();
