-- 施設: who they are, where they do not want to stand, and what they drew. All of it is about facilities, nothing about patients.

-- 施設の一覧から: of several facts about one code the latest counts.
create table facilities.facility (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    by_user    text        not null,
    code       text        not null, -- 医療機関コード
    name       text        not null,
    prefecture text        not null, -- 01 to 47
    kind       text        not null check (kind in ('hospital', 'clinic', 'dental', 'pharmacy', 'visiting-nurse')),
    gone       boolean     not null  -- no longer a facility
);
create index facility_code on facilities.facility (code, id desc);

-- 掲載の希望: of several the latest counts, at once.
create table facilities.listing (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    by_user text        not null,
    code    text        not null,
    list    text        not null check (list in ('phones', 'subsidies', 'home-consent')),
    listed  boolean     not null
);
create index listing_code on facilities.listing (code, list, id desc);

-- 補助の台帳: grants drawn and coupons used.
create table facilities.draw (
    id            bigint generated always as identity primary key,
    at            timestamptz not null,
    by_user       text        not null,
    facility      text        not null,
    facility_kind text        not null, -- as the table grant names it
    programme     text        not null,
    day           date        not null, -- 申請日・購入日
    code          text        not null, -- クーポンコード; empty for other grants
    cost          bigint      not null check (cost >= 0), -- yen
    amount        bigint      not null check (amount >= 0), -- yen granted
    rule          text        not null, -- the row it rests on
    check (amount <= cost)
);
create unique index draw_code on facilities.draw (code) where code <> '';
create index draw_facility on facilities.draw (facility, id);

-- 取り消し.
create table facilities.draw_cancelled (
    draw    bigint      primary key references facilities.draw,
    at      timestamptz not null,
    by_user text        not null,
    reason  text        not null
);

create function facilities.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the table % is append-only: a correction is a new row', tg_table_name;
end $$;

create trigger append_only before update or delete or truncate on facilities.facility for each statement execute function facilities.refuse_change();
create trigger append_only before update or delete or truncate on facilities.listing for each statement execute function facilities.refuse_change();
create trigger append_only before update or delete or truncate on facilities.draw for each statement execute function facilities.refuse_change();
create trigger append_only before update or delete or truncate on facilities.draw_cancelled for each statement execute function facilities.refuse_change();
