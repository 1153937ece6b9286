-- 調査の記録: questionnaires, rounds, what came back. Addressees are told by running numbers; a facility's code stands beside its number only where the round's list names it, and in no figure.

create table survey.questionnaire (
    version  integer     primary key,
    at       timestamptz not null,
    by_user  text        not null,
    content  text        not null -- the file, YAML
);

create table survey.round (
    number     integer     primary key,
    at         timestamptz not null,
    by_user    text        not null,
    version    integer     not null, -- of the questionnaire
    first_day  date        not null,
    last_day   date        not null, -- inclusive
    addressees integer     not null, -- 送信数: the base of the rate
    simulated  boolean     not null  -- the answers are invented
);

-- 宛先の名簿, where there is one.
create table survey.addressee (
    round    integer not null references survey.round,
    number   integer not null,
    facility text    not null, -- 医療機関コード
    primary key (round, number),
    unique (round, facility)
);

-- 下書き: the last one of a respondent is shown again.
create table survey.draft (
    id         bigint generated always as identity primary key,
    round      integer     not null references survey.round,
    respondent text        not null,
    at         timestamptz not null,
    content    text        not null -- a line of the answer file (docs/survey.md)
);
create index draft_respondent on survey.draft (round, respondent, id desc);

-- 回答の到着. Several from one respondent stay; which is counted is decided by reading (Counted).
create table survey.response (
    id          bigint generated always as identity primary key,
    round       integer     not null references survey.round,
    respondent  text        not null, -- empty when unknown
    received_at timestamptz not null,
    channel     text        not null check (channel in ('WEB', 'PAPER', 'IMPORT')),
    content     text        not null  -- a line of the answer file
);
create index response_round on survey.response (round, id);

-- 取り込んだファイル: the same answer file is taken once.
create table survey.import_file (
    round   integer     not null references survey.round,
    sha256  bytea       not null,
    at      timestamptz not null,
    by_user text        not null,
    rows    integer     not null,
    primary key (round, sha256)
);

-- 読み取ったページ, readable or not.
create table survey.scan (
    id         bigint generated always as identity primary key,
    round      integer     not null references survey.round,
    at         timestamptz not null,
    by_user    text        not null,
    sha256     bytea       not null, -- of the file
    page       integer     not null, -- in the file, from 1
    respondent text,                 -- absent: could not be read
    reason     text,                 -- why not, Japanese and English joined by a line end
    content    text,                 -- what is certain: a line of the answer file
    picture    bytea,                -- of a page that could not be read
    unique (round, sha256, page)
);

-- 人が確かめるところ.
create table survey.doubt (
    id       bigint generated always as identity primary key,
    scan     bigint not null references survey.scan,
    kind     text   not null check (kind in ('MARK', 'NUMBER', 'TEXT')),
    question text   not null,
    option   text   not null,
    reason   text   not null,
    picture  bytea  not null
);
create index doubt_scan on survey.doubt (scan);

create table survey.decision (
    doubt   bigint      primary key references survey.doubt,
    at      timestamptz not null,
    by_user text        not null,
    value   text        not null -- MARK: yes or no; else what stands there, empty for nothing
);

-- 読み取りから回答へ: once all of a page is decided.
create table survey.scan_response (
    scan     bigint primary key references survey.scan,
    response bigint not null references survey.response
);

-- 下書きへの同意: whether a facility lets its troubles' figures be shown in its own draft.
create table survey.consent (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    by_user  text        not null,
    facility text        not null,
    given    boolean     not null
);

create function survey.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the table % is append-only: a correction is a new row', tg_table_name;
end $$;

create trigger append_only before update or delete or truncate on survey.questionnaire for each statement execute function survey.refuse_change();
create trigger append_only before update or delete or truncate on survey.round for each statement execute function survey.refuse_change();
create trigger append_only before update or delete or truncate on survey.addressee for each statement execute function survey.refuse_change();
create trigger append_only before update or delete or truncate on survey.draft for each statement execute function survey.refuse_change();
create trigger append_only before update or delete or truncate on survey.response for each statement execute function survey.refuse_change();
create trigger append_only before update or delete or truncate on survey.import_file for each statement execute function survey.refuse_change();
create trigger append_only before update or delete or truncate on survey.scan for each statement execute function survey.refuse_change();
create trigger append_only before update or delete or truncate on survey.doubt for each statement execute function survey.refuse_change();
create trigger append_only before update or delete or truncate on survey.decision for each statement execute function survey.refuse_change();
create trigger append_only before update or delete or truncate on survey.scan_response for each statement execute function survey.refuse_change();
create trigger append_only before update or delete or truncate on survey.consent for each statement execute function survey.refuse_change();
