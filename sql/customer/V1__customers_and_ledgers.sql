-- Customers, and what they have earned by paid orders. The entries are append-only: a correction is an entry of its own.

CREATE TABLE customer (
    id              text        PRIMARY KEY,
    -- As the customer wrote it; unique regardless of case.
    email           text        NOT NULL,
    first_name      text        NOT NULL,
    last_name       text        NOT NULL,
    -- bcrypt, with its salt and strength inside.
    password_hash   text        NOT NULL,
    -- The customer's own code, to be given to others. Its alphabet lacks 0, 1, I and O.
    referral_code   text        NOT NULL,
    -- Who gets the commission of this customer's orders; set at registration and never changed.
    referrer_id     text,
    staff           boolean     NOT NULL DEFAULT false,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT customer_email_length CHECK (length(email) BETWEEN 3 AND 254),
    CONSTRAINT customer_password_is_bcrypt CHECK (password_hash LIKE '$2_$%' AND length(password_hash) = 60),
    CONSTRAINT customer_referral_code_form CHECK (referral_code ~ '^[2-9A-HJ-NP-Z]{8}$'),
    CONSTRAINT customer_referral_code_unique UNIQUE (referral_code),
    CONSTRAINT customer_referrer_exists FOREIGN KEY (referrer_id) REFERENCES customer (id),
    CONSTRAINT customer_referrer_is_another CHECK (referrer_id <> id)
);

CREATE UNIQUE INDEX customer_email_unique ON customer (lower(email));

CREATE TABLE credit_entry (
    -- The payment that earned the points.
    cause           text        NOT NULL,
    kind            text        NOT NULL,
    customer_id     text        NOT NULL,
    order_id        text        NOT NULL,
    -- 0 is entered too: whoever takes an award back must find it.
    points          bigint      NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT credit_entry_once PRIMARY KEY (cause, kind),
    CONSTRAINT credit_entry_customer_exists FOREIGN KEY (customer_id) REFERENCES customer (id),
    CONSTRAINT credit_entry_kind_known CHECK (kind IN ('AWARD')),
    CONSTRAINT credit_entry_award_not_negative CHECK (kind <> 'AWARD' OR points >= 0)
);

CREATE INDEX credit_entry_of_customer ON credit_entry (customer_id, created_at DESC);

CREATE TABLE commission_entry (
    -- The payment that earned the commission.
    cause             text        NOT NULL,
    kind              text        NOT NULL,
    -- Who earned it: the referrer of the one who paid.
    customer_id       text        NOT NULL,
    order_id          text        NOT NULL,
    -- 0 is entered too: whoever takes an award back must find it.
    amount_minor      bigint      NOT NULL,
    currency          char(3)     NOT NULL,
    -- The rate in force when the entry was made, in hundredths of a percent.
    rate_basis_points integer     NOT NULL,
    created_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT commission_entry_once PRIMARY KEY (cause, kind),
    CONSTRAINT commission_entry_customer_exists FOREIGN KEY (customer_id) REFERENCES customer (id),
    CONSTRAINT commission_entry_kind_known CHECK (kind IN ('AWARD')),
    CONSTRAINT commission_entry_award_not_negative CHECK (kind <> 'AWARD' OR amount_minor >= 0),
    CONSTRAINT commission_entry_rate_range CHECK (rate_basis_points BETWEEN 0 AND 10000)
);

CREATE INDEX commission_entry_of_customer ON commission_entry (customer_id, created_at DESC);

-- Which event has had which effect: the row commits together with the effect.
CREATE TABLE inbox (
    event_id        text        NOT NULL,
    kind            text        NOT NULL,
    applied_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inbox_once PRIMARY KEY (event_id, kind)
);
