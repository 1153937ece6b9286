-- どの読取機の画面か: which reader of the facility a screen shows; the last word about a screen counts, and a screen of which nobody spoke shows the first reader.
CREATE TABLE reader.kiosk_place (
    seq    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at     timestamptz NOT NULL,
    device text        NOT NULL,
    place  text        NOT NULL,
    login  text        NOT NULL
);
CREATE INDEX kiosk_place_last ON reader.kiosk_place (device, seq DESC);
COMMENT ON COLUMN reader.kiosk_place.place IS 'The reader as the program was told it (--reader).';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reader.kiosk_place
    FOR EACH STATEMENT EXECUTE FUNCTION reader.refuse_change();
