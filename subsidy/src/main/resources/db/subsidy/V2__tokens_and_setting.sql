-- トークン: by which a municipality's machine shows who it is where it has no client certificate. Only the digest is kept; the text is shown once.
create table subsidy.token (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    by           text        not null, -- account or program
    municipality text        not null,
    digest       bytea       not null unique check (octet_length(digest) = 32), -- SHA-256 of the whole text
    expires      timestamptz not null, -- first instant at which it is worth nothing
    note         text        not null  -- for whom or what; nothing personal
);

-- トークンの出来事: what became of tokens, and every try that was sent away. A token that was used is noted once a minute at most.
create table subsidy.token_event (
    id     bigint generated always as identity primary key,
    at     timestamptz not null,
    token  bigint references subsidy.token, -- absent where the try named none of ours
    kind   text        not null check (kind in ('USED', 'REVOKED', 'UNKNOWN', 'EXPIRED', 'WITHDRAWN', 'TOO_MANY')),
    source text        not null  -- account or program of a revocation, else the address of the caller
);
create index token_event_token on subsidy.token_event (token, kind, id desc);

create trigger append_only before update or delete or truncate on subsidy.token for each statement execute function subsidy.refuse_change();
create trigger append_only before update or delete or truncate on subsidy.token_event for each statement execute function subsidy.refuse_change();

-- ハブの設定: whether subsidies are also told when somebody is looked up by number; the latest row counts, without one they are not.
create table subsidy.setting (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    by        text        not null,
    by_number boolean     not null
);

create trigger append_only before update or delete or truncate on subsidy.setting for each statement execute function subsidy.refuse_change();
