-- 続きからの目印 (docs/decisions/0045): a run sets a mark behind some whole files, in one transaction with what it decided about them. Broken off, it goes on behind the last one.
create table review.mark (
    run      bigint      not null references review.run,
    number   integer     not null, -- from 1
    set_at   timestamptz not null,
    folder   text        not null, -- where the results are being written
    rules    text        not null, -- digest of the rules they are made by
    issued   date        not null, -- 発行日 on the letters
    receipts bigint      not null, -- this and what follows: of the run so far
    points   bigint      not null,
    billed   bigint      not null,
    returned bigint      not null,
    adjusted bigint      not null,
    primary key (run, number)
);

-- Which files are behind a mark.
create table review.marked (
    run  bigint  not null,
    file bigint  not null references review.file,
    mark integer not null,
    primary key (run, file)
);

-- How long each result file was at the mark by which it was last written: what is behind that is cut off.
create table review.written (
    run      bigint  not null,
    mark     integer not null,
    path     text    not null,
    bytes    bigint  not null,
    receipts bigint  not null,
    points   bigint  not null,
    primary key (run, path, mark)
);

create trigger append_only before update or delete or truncate on review.mark for each statement execute function review.refuse_change();
create trigger append_only before update or delete or truncate on review.marked for each statement execute function review.refuse_change();
create trigger append_only before update or delete or truncate on review.written for each statement execute function review.refuse_change();
