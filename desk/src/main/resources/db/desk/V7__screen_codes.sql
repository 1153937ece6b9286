-- 画面の証明の鍵: what codes are checked by, as the hub last told it; the newest row counts. It holds this facility's secrets of the next days, so that codes are checked while the hub cannot be reached.
create table stamp_keys (
    seq  bigint generated always as identity primary key,
    at   timestamptz not null,
    body jsonb       not null
);
create trigger stamp_keys_is_append_only before update or delete or truncate on stamp_keys
    for each statement execute function refuse_change();

-- 画面の証明の確認: every code that was checked, by its digest: the same code for another reception is a copy.
create table stamp_check (
    seq      bigint generated always as identity primary key,
    at       timestamptz not null,
    operator text        not null,
    visit    text        not null references visit (id),
    code     bytea       not null, -- SHA-256
    result   text        not null
);
create index stamp_check_by_code on stamp_check (code);
create trigger stamp_check_is_append_only before update or delete or truncate on stamp_check
    for each statement execute function refuse_change();
