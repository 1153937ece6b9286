-- 利用率: whether a verification was by card or phone stands in the log of card authentications (docs/stats.md).
create index card_authentication_verification on hub.card_authentication (verification) where verification is not null;
