-- Sessions, login attempts, password resets, address books, and customers who asked to be forgotten.

-- A referrer is set at registration, or claimed once later on. From referrer to referrer, nobody comes back to where they began.

ALTER TABLE customer
    -- When the customer was forgotten. The row stays, because ledgers and other customers' referrers lead to it; who it was is
    -- gone. Its referral code stays taken and leads nowhere.
    ADD COLUMN deleted_at timestamptz,
    DROP CONSTRAINT customer_password_is_bcrypt,
    ADD CONSTRAINT customer_password_is_bcrypt_until_deleted CHECK (
        CASE WHEN deleted_at IS NULL THEN password_hash LIKE '$2_$%' AND length(password_hash) = 60
             ELSE password_hash = '' END),
    ADD CONSTRAINT customer_deleted_is_nobody CHECK (
        deleted_at IS NULL
        OR (email = 'deleted-' || id || '@deleted.invalid' AND first_name = '' AND last_name = '' AND NOT staff)),
    -- So that nobody can hold the address that a deletion needs.
    ADD CONSTRAINT customer_email_of_the_deleted CHECK (deleted_at IS NOT NULL OR lower(email) NOT LIKE '%@deleted.invalid');

CREATE TABLE session (
    id              text        PRIMARY KEY,
    customer_id     text        NOT NULL,
    -- SHA-256 of the part that all refresh tokens of the session share, and of the one token that prolongs it now. A token
    -- of this family with another hash is a used one.
    family_hash     text        NOT NULL,
    refresh_hash    text        NOT NULL,
    created_at      timestamptz NOT NULL,
    -- When the token expires, and the session with it; each refresh moves it on.
    refresh_by      timestamptz NOT NULL,
    ended_at        timestamptz,
    end_reason      text,
    CONSTRAINT session_customer_exists FOREIGN KEY (customer_id) REFERENCES customer (id),
    CONSTRAINT session_family_unique UNIQUE (family_hash),
    CONSTRAINT session_hashes_are_sha256 CHECK (family_hash ~ '^[0-9a-f]{64}$' AND refresh_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT session_lasts CHECK (refresh_by > created_at),
    CONSTRAINT session_end_has_a_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CONSTRAINT session_end_reason_known CHECK (
        end_reason IN ('LOGGED_OUT', 'TOKEN_REUSED', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'ROLE_TAKEN'))
);

CREATE INDEX session_of_customer ON session (customer_id);
-- For the purge.
CREATE INDEX session_by_end ON session (least(ended_at, refresh_by));

CREATE TABLE login_attempt (
    -- SHA-256 of the lower-cased e-mail, of a customer or of nobody: the two are counted alike, and neither is kept.
    email_hash      text        PRIMARY KEY,
    -- Attempts since the last success, the one being checked included.
    failures        integer     NOT NULL,
    last_at         timestamptz NOT NULL,
    -- No password is looked at before; null while there are too few failures for a rest.
    rests_until     timestamptz,
    CONSTRAINT login_attempt_hash_is_sha256 CHECK (email_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT login_attempt_failures_positive CHECK (failures > 0),
    CONSTRAINT login_attempt_rests_after CHECK (rests_until > last_at)
);

CREATE INDEX login_attempt_by_age ON login_attempt (last_at);

CREATE TABLE password_reset (
    -- SHA-256 of the token in the mail.
    token_hash      text        PRIMARY KEY,
    customer_id     text        NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    used_at         timestamptz,
    -- The mail server did not say that it took the mail. The token stays good, as the mail may have gone out all the same; the
    -- request does not count against how many a customer may have.
    send_failed_at  timestamptz,
    CONSTRAINT password_reset_customer_exists FOREIGN KEY (customer_id) REFERENCES customer (id),
    CONSTRAINT password_reset_hash_is_sha256 CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT password_reset_lasts CHECK (expires_at > created_at),
    CONSTRAINT password_reset_used_in_time CHECK (used_at < expires_at)
);

CREATE INDEX password_reset_of_customer ON password_reset (customer_id, created_at);
-- For the purge.
CREATE INDEX password_reset_by_end ON password_reset (expires_at);

CREATE TABLE address (
    id              text        PRIMARY KEY,
    customer_id     text        NOT NULL,
    recipient       text        NOT NULL,
    phone           text        NOT NULL,
    -- ISO 3166-1 alpha-2.
    country         text        NOT NULL,
    -- Null where there is none.
    region          text,
    city            text        NOT NULL,
    street          text        NOT NULL,
    -- Null where there is none.
    postal_code     text,
    -- The one that an order takes when it names none.
    preferred       boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT address_customer_exists FOREIGN KEY (customer_id) REFERENCES customer (id),
    CONSTRAINT address_recipient_length CHECK (length(recipient) BETWEEN 1 AND 100),
    CONSTRAINT address_phone_form CHECK (phone ~ '^[0-9+() -]{3,30}$'),
    CONSTRAINT address_country_form CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT address_region_length CHECK (length(region) BETWEEN 1 AND 100),
    CONSTRAINT address_city_length CHECK (length(city) BETWEEN 1 AND 100),
    CONSTRAINT address_street_length CHECK (length(street) BETWEEN 1 AND 200),
    CONSTRAINT address_postal_code_length CHECK (length(postal_code) BETWEEN 1 AND 20)
);

CREATE INDEX address_of_customer ON address (customer_id, created_at);
CREATE UNIQUE INDEX address_one_preferred ON address (customer_id) WHERE preferred;
