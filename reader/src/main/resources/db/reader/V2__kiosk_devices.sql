-- 読取機の画面: which browsers may open /kiosk. Facts only: paired, seen (once an hour at most), revoked. Only the hash of a device's secret is kept; nothing of a patient.
CREATE TABLE reader.kiosk_device (
    seq    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at     timestamptz NOT NULL,
    act    text        NOT NULL CHECK (act IN ('PAIRED', 'SEEN', 'REVOKED')),
    device text        NOT NULL,
    label  text,
    hash   text UNIQUE,
    login  text,
    CHECK ((act = 'PAIRED') = (hash IS NOT NULL)),
    CHECK ((act = 'PAIRED') = (label IS NOT NULL)),
    CHECK ((act = 'SEEN') = (login IS NULL))
);
CREATE INDEX kiosk_device_by_device ON reader.kiosk_device (device, act, seq);
COMMENT ON COLUMN reader.kiosk_device.login IS 'The account that paired or revoked; being seen is nobody''s act.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reader.kiosk_device
    FOR EACH STATEMENT EXECUTE FUNCTION reader.refuse_change();
