-- パスキー: keys that a person's phone made for the portal after a log-in by card, their names, their end, and every attempt to log in by one. Nothing here is ever changed or removed.
create table passkey (
    id              bigint generated always as identity primary key,
    at              timestamptz not null,
    person          bigint      not null,
    handle          bytea       not null, -- user handle: random, one for each person
    credential      bytea       not null unique,
    attested        bytea       not null, -- AAGUID, credential id and public key in COSE, as the authenticator wrote them
    backup_eligible boolean     not null, -- whether the maker of the phone copies it to other devices
    counter         bigint      not null, -- signature counter at registration
    certificate     bytea       not null, -- certificate for user authentication by whose log-in it was registered; names nobody
    token           text        not null, -- CARD, ANDROID, IPHONE
    since           timestamptz not null  -- that log-in
);
create index passkey_by_person on passkey (person);

create table passkey_name (
    id      bigint generated always as identity primary key,
    passkey bigint      not null references passkey (id),
    at      timestamptz not null,
    name    text        not null
);
create index passkey_name_by_passkey on passkey_name (passkey, id);

create table passkey_end (
    passkey bigint      primary key references passkey (id),
    at      timestamptz not null,
    why     text        not null -- REMOVED by its holder, CLONED (its counter ran backwards), BACKING (the certificate behind it leads to the holder no more)
);

-- An attempt by a key that is not known is kept without one.
create table passkey_log_in (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    passkey bigint      references passkey (id),
    outcome text        not null, -- ADMITTED, UNKNOWN, WRONG, CLONED, ENDED, UNREACHABLE
    counter bigint      not null default 0
);
-- Of two log-ins at the same moment with one counter the second finds its place taken.
create unique index passkey_log_in_counts_up on passkey_log_in (passkey, counter) where outcome = 'ADMITTED' and counter > 0;
create index passkey_log_in_by_passkey on passkey_log_in (passkey, id);

create trigger passkey_is_append_only before update or delete or truncate on passkey
    for each statement execute function refuse_change();
create trigger passkey_name_is_append_only before update or delete or truncate on passkey_name
    for each statement execute function refuse_change();
create trigger passkey_end_is_append_only before update or delete or truncate on passkey_end
    for each statement execute function refuse_change();
create trigger passkey_log_in_is_append_only before update or delete or truncate on passkey_log_in
    for each statement execute function refuse_change();
