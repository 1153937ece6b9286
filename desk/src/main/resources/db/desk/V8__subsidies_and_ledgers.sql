-- 医療費助成: facts about a patient's subsidies, each belonging to the reception at which it was learned. Append-only: a correction is a new fact.
create table subsidy_fact (
    seq bigint generated always as identity primary key,
    visit text not null references visit (id),
    at timestamptz not null,
    body jsonb not null
);
create index subsidy_fact_by_visit on subsidy_fact (visit, seq);
create trigger subsidy_fact_is_append_only before update or delete or truncate on subsidy_fact
    for each statement execute function refuse_change();

-- 環境設定「医療費助成情報」: whether this facility is connected to the online verification of subsidies; the last line holds.
create table subsidy_setting (
    seq bigint generated always as identity primary key,
    at timestamptz not null,
    operator text not null,
    connected boolean not null
);
create trigger subsidy_setting_is_append_only before update or delete or truncate on subsidy_setting
    for each statement execute function refuse_change();

-- 上限額管理票: facts of the ledger of one certificate, month and total. The number is the lock: of two writers who saw the same ledger only one gets the next.
create table cap_ledger (
    seq bigint generated always as identity primary key,
    certificate text not null, -- payer number, recipient number, sub key
    month date not null,       -- its first day
    total text not null,       -- the kinds of ceiling that run together
    no integer not null,
    at timestamptz not null,
    operator text not null,
    body jsonb not null,
    unique (certificate, month, total, no)
);
create trigger cap_ledger_is_append_only before update or delete or truncate on cap_ledger
    for each statement execute function refuse_change();
