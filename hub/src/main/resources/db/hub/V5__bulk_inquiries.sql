-- 一括照会: many questions put together and answered later. Append-only like every log of the hub: what happened to a job is a row, not a column that changes.

create table hub.bulk_job (
    id          bigint generated always as identity primary key,
    reception   text        not null unique, -- 受付番号
    facility    text        not null,
    terminal    text        not null,
    operator    text        not null,
    day         date        not null,
    request_id  text        not null,        -- the asker's own id: the same id is the same job
    received_at timestamptz not null,
    unique (facility, request_id)
);

-- The questions in their order. A line that was not understood keeps its place, and why.
create table hub.bulk_question (
    job           bigint  not null references hub.bulk_job,
    place         integer not null,
    identifier    text,
    insurer       text,
    symbol        text,
    number        text,
    branch        text,
    birth         date,
    limit_consent boolean,
    problems      text,
    primary key (job, place)
);

-- ACCEPTED with the number of questions and the digest of what was sent, CANCELLED, FINISHED: each once.
create table hub.bulk_event (
    job       bigint      not null references hub.bulk_job,
    kind      text        not null check (kind in ('ACCEPTED', 'CANCELLED', 'FINISHED')),
    at        timestamptz not null,
    questions integer,
    content   bytea,
    primary key (job, kind)
);

-- One row a group of answers, written with them: how far the job is. The next start goes on after the last one.
create table hub.bulk_progress (
    job    bigint      not null references hub.bulk_job,
    done   integer     not null,
    normal integer     not null,
    error  integer     not null,
    at     timestamptz not null,
    primary key (job, done)
);

-- The results. The key lets no question have two, whoever writes.
create table hub.bulk_answer (
    job          bigint      not null,
    place        integer     not null,
    at           timestamptz not null,
    verification bigint,      -- the entry of the verification log; absent for a question that was refused
    asked        bytea,       -- digest of facility and question: finds the last time
    shown        bytea,       -- digest of what the facility was shown, without limit information
    limits       bytea,       -- digest of the limit information, where there was consent
    before       bytea,       -- shown, the last time
    before_limits bytea,      -- limits, the last time
    body         text        not null, -- the reply as JSON
    primary key (job, place),
    foreign key (job, place) references hub.bulk_question
);
create index bulk_answer_asked on hub.bulk_answer (asked, at) where asked is not null;

create trigger append_only before update or delete or truncate on hub.bulk_job for each statement execute function hub.refuse_change();
create trigger append_only before update or delete or truncate on hub.bulk_question for each statement execute function hub.refuse_change();
create trigger append_only before update or delete or truncate on hub.bulk_event for each statement execute function hub.refuse_change();
create trigger append_only before update or delete or truncate on hub.bulk_progress for each statement execute function hub.refuse_change();
create trigger append_only before update or delete or truncate on hub.bulk_answer for each statement execute function hub.refuse_change();
