-- カード認証の控え: nonces and openings that live for minutes, shared by all processes of a hub. No logs: what is over is deleted, and a crash of the database may empty them (unlogged), since a patient then
-- lays the card down again. Whatever was decided with them stands in hub.card_authentication. That a nonce serves once is decided here, by the one update that finds it unused.
create unlogged table hub.card_nonce (
    name     text        primary key,
    nonce    bytea       not null,
    facility text        not null,
    until    timestamptz not null,   -- the first instant without it
    used     boolean     not null default false
);
create index card_nonce_until on hub.card_nonce (until);
create index card_nonce_held on hub.card_nonce (facility) where not used;

create unlogged table hub.card_opening (
    name     text        primary key,
    facility text        not null,
    issuer   text        not null,   -- with serial: which card was opened
    serial   text        not null,
    day      date        not null,
    consents boolean     not null,   -- whether consents are taken
    limited  boolean     not null,   -- whether the limit class is shown
    disease  boolean     not null,   -- whether the specific-disease certificate is shown
    until    timestamptz not null
);
create index card_opening_until on hub.card_opening (until);
