-- 施設の設定: what an administrator switched on or off at the reader; the last word about each counts, and what was never said is as reader.properties has it.
CREATE TABLE reader.facility_setting (
    seq     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    login   text        NOT NULL,
    setting text        NOT NULL,
    is_on   boolean     NOT NULL
);
CREATE INDEX facility_setting_last ON reader.facility_setting (setting, seq DESC);

-- 汎用カードリーダー: tested with a card, registered under a name, removed. Of the card on it nothing is kept but what kind it was, or why it could not be read.
CREATE TABLE reader.phone_reader (
    seq     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    login   text        NOT NULL,
    act     text        NOT NULL CHECK (act IN ('TESTED', 'REGISTERED', 'REMOVED')),
    reader  text        NOT NULL,
    label   text,
    outcome text,
    CHECK ((act = 'REGISTERED') = (label IS NOT NULL)),
    CHECK ((act = 'TESTED') = (outcome IS NOT NULL))
);
COMMENT ON COLUMN reader.phone_reader.reader IS 'What PC/SC calls the device, without the numbers of the plug.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reader.facility_setting
    FOR EACH STATEMENT EXECUTE FUNCTION reader.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reader.phone_reader
    FOR EACH STATEMENT EXECUTE FUNCTION reader.refuse_change();
