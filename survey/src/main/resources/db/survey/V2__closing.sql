-- 締切: a round that takes no more answers by web, although its last day has not come.
create table survey.closing (
    round   integer     primary key references survey.round,
    at      timestamptz not null,
    by_user text        not null
);

create trigger append_only before update or delete or truncate on survey.closing for each statement execute function survey.refuse_change();
