-- 医療費助成の記録（PMH の模擬）: what municipalities registered, who takes part, and since when. Persons are keys of the hub; no My Number, name, address or birth date stands here.

create function subsidy.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'subsidy.% is append-only: % refused', tg_table_name, tg_op;
end
$$;

-- 登録の処理: one for each array posted, file uploaded or taken.
create table subsidy.task (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    municipality text        not null,
    origin       text        not null check (origin in ('API', 'CLERK', 'FILE')),
    by           text        not null, -- account or program
    name         text        not null  -- file name; empty for a posted array
);

-- 受け取った記録, checked while it was read. A good one is what a fact refers to; a bad one is kept aside.
create table subsidy.received (
    task        bigint  not null references subsidy.task,
    record      integer not null, -- its place in the file, from 1
    good        boolean not null,
    person      bigint,           -- absent where the My Number did not fit
    type        text,
    sub_key     text,
    history_key text,
    deleted     boolean,
    hidden      boolean,          -- 不開示
    content     text    not null, -- JSON: the certificate of a good record; of a bad one the items as sent, without My Number and 基本5情報
    faults      text    not null, -- JSON: numbers and items
    warnings    integer not null,
    primary key (task, record)
);
create index received_version on subsidy.received (task, person, type, sub_key, history_key) where good;

-- 処理の経過.
create table subsidy.task_event (
    id     bigint generated always as identity primary key,
    task   bigint      not null references subsidy.task,
    at     timestamptz not null,
    kind   text        not null check (kind in ('CHECKED', 'REFUSED', 'CONFIRMED', 'DISCARDED', 'STORED', 'UNDONE')),
    by     text        not null,
    first  bigint      not null default 0, -- CHECKED: records; STORED: facts that are new
    second bigint      not null default 0, -- CHECKED: of them good; STORED: records that said nothing new
    note   text        not null default '' -- REFUSED: number of the fault; UNDONE: why
);
create index task_event_task on subsidy.task_event (task, id);

-- どこまで登録したか, so that a broken run goes on behind its last portion.
create table subsidy.task_mark (
    task   bigint      not null references subsidy.task,
    record integer     not null,
    at     timestamptz not null,
    primary key (task, record)
);

-- 事実: one version of one certificate, as said by its municipality; what it says stands in received. Facts of an undone task do not count from then on.
create table subsidy.fact (
    id           bigint generated always as identity primary key,
    task         bigint      not null,
    record       integer     not null,
    recorded_at  timestamptz not null,
    municipality text        not null,
    person       bigint      not null,
    foreign key (task, record) references subsidy.received (task, record)
);
create index fact_person on subsidy.fact (person, id);
create unique index fact_record on subsidy.fact (task, record);

-- 参加: which municipality takes part with which type of certificate, which facility uses it, from when. The latest row of a name counts.
create table subsidy.participation (
    id           bigint generated always as identity primary key,
    recorded_at  timestamptz not null,
    by           text        not null,
    kind         text        not null check (kind in ('SCHEME', 'FACILITY')),
    code         text        not null, -- 全国地方公共団体コード or 医療機関コード
    type         text        not null, -- 機関別受給者証種別ID; empty for a facility
    name         text        not null,
    certificate  text        not null, -- 受給者証名 of the type; empty for a facility
    scheme       text        not null, -- row of the scheme master; empty for a facility
    first_day    date,                 -- absent: planned, no day yet
    last_day     date
);
create index participation_name on subsidy.participation (kind, code, type, id desc);

-- 初めての利用: the first time a certificate of this type was told to a facility.
create table subsidy.first_use (
    municipality text        not null,
    type         text        not null,
    at           timestamptz not null,
    primary key (municipality, type)
);

-- 自治体の担当者: for which municipality an account works; the latest row counts, an empty municipality ends it.
create table subsidy.clerk (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    by           text        not null,
    login        text        not null,
    municipality text        not null
);

create trigger append_only before update or delete or truncate on subsidy.task for each statement execute function subsidy.refuse_change();
create trigger append_only before update or delete or truncate on subsidy.received for each statement execute function subsidy.refuse_change();
create trigger append_only before update or delete or truncate on subsidy.task_event for each statement execute function subsidy.refuse_change();
create trigger append_only before update or delete or truncate on subsidy.task_mark for each statement execute function subsidy.refuse_change();
create trigger append_only before update or delete or truncate on subsidy.fact for each statement execute function subsidy.refuse_change();
create trigger append_only before update or delete or truncate on subsidy.participation for each statement execute function subsidy.refuse_change();
create trigger append_only before update or delete or truncate on subsidy.first_use for each statement execute function subsidy.refuse_change();
create trigger append_only before update or delete or truncate on subsidy.clerk for each statement execute function subsidy.refuse_change();
