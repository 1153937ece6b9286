-- カナ氏名と生年月日の索引: who may have this reading and birth date, for claims without insurer (docs/review.md). No log: made from hub.fact when somebody asks, and again if it is emptied.
create table hub.reading (
    key    bigint not null, -- hash of reading and birth date
    person bigint not null,
    primary key (key, person)
);

-- How far the facts were read: the greatest counts.
create table hub.reading_mark (
    fact bigint primary key
);
