-- 読取の時間: how long one person held a reader, from the card laid down (or the phone chosen) to the card taken away or the end without one. Nothing of the person, and nothing that leads to one.
CREATE TABLE reader.session_time (
    seq        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    place      text        NOT NULL,
    took_ms    bigint      NOT NULL CHECK (took_ms >= 0),
    identified text        CHECK (identified IN ('FACE', 'PIN', 'VISUAL', 'PHONE_PIN', 'PHONE_BIOMETRICS')),
    ending     text        NOT NULL CHECK (ending IN ('TAKEN', 'FAILED', 'GIVEN_UP'))
);
CREATE INDEX session_time_at ON reader.session_time (at);
COMMENT ON COLUMN reader.session_time.at IS 'When it began.';
COMMENT ON COLUMN reader.session_time.place IS 'The reader as the program was told it (--reader).';
COMMENT ON COLUMN reader.session_time.identified IS 'The last way that was tried; absent where none was reached.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reader.session_time
    FOR EACH STATEMENT EXECUTE FUNCTION reader.refuse_change();
