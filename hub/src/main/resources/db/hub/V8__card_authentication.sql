-- カード認証の記録: every presentation of a card or phone at a reader, also those that failed. Nothing of the certificate stands here: which card it was, an admitted one tells by its verification alone.
create table hub.card_authentication (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    facility     text        not null,
    terminal     text        not null,
    operator     text        not null,
    purpose      text        not null, -- OPEN, ENROL
    token        text        not null, -- CARD, ANDROID, IPHONE: as the reader said
    method       text        not null, -- FACE, PIN, VISUAL, PHONE_PIN, PHONE_BIOMETRICS
    outcome      text        not null,
    unconfirmed  boolean     not null, -- gone on although revocation could not be confirmed
    verification bigint                -- the entry of hub.verification, where an inquiry followed
);
create index card_authentication_facility on hub.card_authentication (facility, at);
create trigger append_only before update or delete or truncate on hub.card_authentication for each statement execute function hub.refuse_change();
