-- 利用者: who may sign in. One row per person; never deleted, only disabled, because the audit names it.
CREATE TABLE account.account (
    login         text        PRIMARY KEY CHECK (login ~ '^[a-z][a-z0-9._-]{2,39}$' AND login <> 'unknown'),
    name          text        NOT NULL,
    role          text        NOT NULL CHECK (role IN ('RECEPTION', 'ADMIN', 'OPERATOR', 'AUDITOR')),
    password_hash text        NOT NULL,
    totp_secret   text        NOT NULL,
    last_step     bigint      NOT NULL DEFAULT 0,
    tries         timestamptz[] NOT NULL DEFAULT '{}',
    locked_until  timestamptz,
    disabled      boolean     NOT NULL DEFAULT false,
    stamp         integer     NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL
);
COMMENT ON COLUMN account.account.last_step IS 'The time step of the last one-time code accepted; an equal or older one is a replay.';
COMMENT ON COLUMN account.account.tries IS 'When the password or the code was tried without success, within the window.';
COMMENT ON COLUMN account.account.stamp IS 'Raised by every change that must end the sessions already open.';

-- 記録: every sign-in, refused or not, and every change of an account. Append-only.
CREATE TABLE account.audit (
    seq    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at     timestamptz NOT NULL,
    login  text        NOT NULL,
    act    text        NOT NULL,
    actor  text        NOT NULL,
    remote text        NOT NULL
);
CREATE INDEX audit_signed_in ON account.audit (login, at) WHERE act = 'SIGNED_IN';
COMMENT ON COLUMN account.audit.login IS 'The account concerned, or "unknown": what was typed as an unknown name is never kept, it may be a password.';

CREATE FUNCTION account.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'account.audit is append-only: % refused', TG_OP;
END
$$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON account.audit
    FOR EACH STATEMENT EXECUTE FUNCTION account.refuse_change();
