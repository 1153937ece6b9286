-- 一つのファイルの途中の目印 (docs/decisions/0045): a mark may stand between two receipts of a file. Empty columns: behind a whole file, as before.
alter table review.mark
    add column file    bigint references review.file, -- the file under way
    add column ordinal bigint,                        -- its last receipt before the mark
    add column told    bigint;                        -- lines of its letter so far

-- What of the file under way stands in a result file without totals (GO) yet.
alter table review.written
    add column open_kind   text,
    add column open_count  bigint,
    add column open_points bigint;

-- Who began a run; empty when it was a command.
alter table review.run add column begun_by text;
