-- 審査支払の記録: which claim files came, what became of each receipt, what was sent. Nothing here names a person: receipts are told by file and ordinal, by digests and by insurers.

create sequence review.reception;

-- 受付: one row for each file of each sender, accepted or refused.
create table review.file (
    id          bigint primary key,
    received_at timestamptz not null,
    sha256      bytea       not null,
    sender      text        not null, -- 医療機関コード of the client certificate, or 保険者番号 of an insurer who sends receipts back; empty for files taken by hand
    origin      text        not null check (origin in ('FACILITY', 'INSURER')),
    facility    text,                 -- 医療機関コード on the file
    body        text,                 -- 審査支払機関 on the file
    claim_month date,                 -- 請求年月
    kind        text        not null,
    bytes       bigint      not null,
    receipts    bigint      not null,
    accepted    bigint      not null,
    set_aside   bigint      not null, -- of them broken
    repeated    bigint      not null, -- of them taken before
    points      bigint      not null, -- of those accepted
    state       text        not null check (state in ('ACCEPTED', 'PARTLY', 'REFUSED')),
    problems    text        not null, -- JSON: why refused, and what else was found
    unique (sha256, sender)
);
create index file_month on review.file (claim_month, id);

-- 受け付けたレセプト: the digest leaves out レセプト番号, so that one sent again in another file is known.
create table review.receipt (
    file    bigint not null,
    ordinal bigint not null,
    digest  bytea  not null,
    primary key (file, ordinal)
);
create index receipt_digest on review.receipt (digest);

-- 受け付けなかったレセプト, with its bytes and why.
create table review.set_aside (
    file    bigint  not null,
    ordinal bigint  not null,
    line    bigint  not null, -- its first line in the file
    repeats bigint,           -- the file that brought it before
    checks  text    not null, -- ids of the checks (docs/uke.md), joined by spaces
    bytes   bytea   not null,
    primary key (file, ordinal)
);

-- 処理の開始.
create table review.run (
    id          bigint generated always as identity primary key,
    claim_month date        not null,
    number      integer     not null, -- counts the finished runs of a month, from 1
    started_at  timestamptz not null
);

-- 処理の完了: what it settled, all in one transaction.
create table review.run_end (
    run         bigint primary key references review.run,
    finished_at timestamptz not null,
    folder      text        not null,
    receipts    bigint      not null,
    points      bigint      not null,
    billed      bigint      not null, -- points that went on to payers
    returned    bigint      not null, -- points that went back
    adjusted    bigint      not null  -- points passed on to the adjustment
);

-- A file is settled once.
create table review.settled (
    file bigint primary key references review.file,
    run  bigint not null references review.run
);

create table review.disposition (
    run             bigint  not null,
    file            bigint  not null,
    ordinal         bigint  not null,
    rule            text    not null,
    outcome         text    not null,
    confirmation    text    not null, -- 確認区分; empty where none is written
    claimed_insurer text    not null, -- 保険者番号 on the claim; empty where none
    found_insurers  text    not null, -- of those billed, joined by spaces
    points          bigint  not null,
    primary key (run, file, ordinal)
);
create index disposition_rule on review.disposition (run, rule, file, ordinal);

-- 送った結果: one row for each file written.
create table review.sent (
    run      bigint not null,
    path     text   not null,
    sha256   bytea  not null,
    bytes    bigint not null,
    receipts bigint not null,
    points   bigint not null,
    primary key (run, path)
);

create function review.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log of the review is append-only';
end $$;
create trigger append_only before update or delete or truncate on review.file for each statement execute function review.refuse_change();
create trigger append_only before update or delete or truncate on review.receipt for each statement execute function review.refuse_change();
create trigger append_only before update or delete or truncate on review.set_aside for each statement execute function review.refuse_change();
create trigger append_only before update or delete or truncate on review.run for each statement execute function review.refuse_change();
create trigger append_only before update or delete or truncate on review.run_end for each statement execute function review.refuse_change();
create trigger append_only before update or delete or truncate on review.settled for each statement execute function review.refuse_change();
create trigger append_only before update or delete or truncate on review.disposition for each statement execute function review.refuse_change();
create trigger append_only before update or delete or truncate on review.sent for each statement execute function review.refuse_change();
