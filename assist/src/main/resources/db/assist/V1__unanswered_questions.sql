-- 答えのなかった質問: for the administrator, so that rules and data can be mended. Without digits of six and more, without names (see WordsToKeep); a fact is never changed.
create table question (
    seq  bigint generated always as identity primary key,
    day  date not null,             -- the day alone: nobody's visit can be told by it
    words text not null,            -- what may be kept of it
    why  text not null              -- NOTHING_FOUND or NOT_HELPFUL
);

-- 対応済み: an administrator read it, and said what came of it.
create table done (
    question bigint primary key references question (seq),
    day      date not null,
    operator text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the list of questions is append-only';
end $$;
create trigger append_only before update or delete or truncate on question for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on done for each statement execute function refuse_change();
