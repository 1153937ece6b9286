-- 目視確認用パスコード: one row for each issue; the last of an account is the one that counts. Only the salted slow hash is kept.
CREATE TABLE reader.passcode (
    seq       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login     text        NOT NULL,
    hash      text        NOT NULL,
    issued_at timestamptz NOT NULL
);
CREATE INDEX passcode_login ON reader.passcode (login, seq DESC);

-- 記録: every issue, every entry, every visual confirmation. Account, time and act; nothing of a patient.
CREATE TABLE reader.visual (
    seq   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at    timestamptz NOT NULL,
    act   text        NOT NULL CHECK (act IN ('ISSUED', 'RIGHT', 'WRONG', 'CONFIRMED')),
    login text,
    CHECK ((login IS NULL) = (act = 'WRONG'))
);
CREATE INDEX visual_act ON reader.visual (act, seq);
COMMENT ON COLUMN reader.visual.login IS 'The account; absent for a wrong entry, which is nobody''s.';

CREATE FUNCTION reader.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'reader.% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reader.passcode
    FOR EACH STATEMENT EXECUTE FUNCTION reader.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reader.visual
    FOR EACH STATEMENT EXECUTE FUNCTION reader.refuse_change();
