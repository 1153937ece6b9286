-- 請求の点検と結果: which files were checked, what was mended in them, and what the agency sent back. Facts are never changed; what a file held can be removed, and that it was is a fact.
create table upload (
    seq      bigint generated always as identity,
    id       text primary key,
    at       timestamptz not null,
    operator text        not null,
    kind     text        not null, -- 医科, 調剤 …
    claimed  date,                 -- first day of 請求年月, where the head tells
    bytes    integer     not null
);

-- The file itself, and receipts that a clerk had mended. Removed together.
create table content (
    upload text primary key references upload (id),
    bytes  bytea not null
);
create table mended (
    seq      bigint generated always as identity primary key,
    upload   text        not null references upload (id),
    receipt  bigint      not null, -- which receipt of the file, from 1
    how      text        not null, -- CERTAIN, FORMER, UNIDENTIFIED
    at       timestamptz not null,
    operator text        not null,
    bytes    bytea       not null
);
create index mended_by_upload on mended (upload, seq);

create table removal (
    upload   text primary key references upload (id),
    at       timestamptz not null,
    operator text        not null
);

-- 資格確認結果: one line of a result letter; the same line sent twice is one.
create table result (
    seq           bigint generated always as identity primary key,
    at            timestamptz not null,
    operator      text        not null,
    reception     text        not null,
    claim_month   text        not null,
    ordinal       bigint      not null,
    part          integer     not null,
    line          jsonb       not null,
    unique (reception, ordinal, part)
);
create table result_done (
    result   bigint primary key references result (seq),
    at       timestamptz not null,
    operator text        not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the claim log is append-only: a correction is a new fact';
end $$;
create trigger append_only before update or delete or truncate on upload for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on removal for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on result for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on result_done for each statement execute function refuse_change();
create trigger not_changed before update on content for each statement execute function refuse_change();
create trigger not_changed before update on mended for each statement execute function refuse_change();
