-- Payments and wallets. One row in payment is the durable decision; everything else asks it. Its clock is this database's.

CREATE TABLE payment (
    id              text        PRIMARY KEY,
    customer_id     text        NOT NULL,
    order_id        text        NOT NULL,
    method          text        NOT NULL,
    amount_minor    bigint      NOT NULL,
    currency        char(3)     NOT NULL,
    status          text        NOT NULL,
    -- Counts the runs of the protocol; a Try of an earlier attempt loses by it.
    attempt         integer     NOT NULL,
    -- Until then somebody is at work on this attempt, and no retry takes it over.
    lease_until     timestamptz NOT NULL,
    -- Past it an INITIATED attempt is EXPIRED, whoever looks first.
    decide_by       timestamptz NOT NULL,
    -- The global transaction that holds, or held, the money.
    xid             text,
    paid_at         timestamptz,
    -- When the OrderPaid event came back to us: past that point the broker answers for it.
    event_seen_at   timestamptz,
    refusal_code    text,
    refusal_detail  text,
    idempotency_key text        NOT NULL,
    request_hash    text        NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT payment_amount_positive CHECK (amount_minor > 0),
    CONSTRAINT payment_attempt_positive CHECK (attempt > 0),
    CONSTRAINT payment_method_known CHECK (method IN ('BALANCE')),
    CONSTRAINT payment_status_known CHECK (status IN ('INITIATED', 'HELD', 'PAID', 'RELEASED', 'REFUSED', 'EXPIRED')),
    CONSTRAINT payment_paid_at_iff_paid CHECK ((paid_at IS NOT NULL) = (status = 'PAID')),
    CONSTRAINT payment_refusal_iff_refused CHECK ((refusal_code IS NOT NULL) = (status = 'REFUSED')),
    CONSTRAINT payment_xid_when_held CHECK (xid IS NOT NULL OR status NOT IN ('HELD', 'PAID', 'RELEASED')),
    CONSTRAINT payment_one_per_key UNIQUE (customer_id, idempotency_key)
);

CREATE UNIQUE INDEX payment_one_live_per_order ON payment (order_id) WHERE status IN ('INITIATED', 'HELD', 'PAID');
CREATE INDEX payment_to_expire ON payment (decide_by) WHERE status = 'INITIATED';
CREATE INDEX payment_event_unseen ON payment (paid_at) WHERE paid_at IS NOT NULL AND event_seen_at IS NULL;

CREATE TABLE wallet (
    customer_id     text        PRIMARY KEY,
    currency        char(3)     NOT NULL,
    available_minor bigint      NOT NULL DEFAULT 0,
    frozen_minor    bigint      NOT NULL DEFAULT 0,
    CONSTRAINT wallet_available_not_negative CHECK (available_minor >= 0),
    CONSTRAINT wallet_frozen_not_negative CHECK (frozen_minor >= 0)
);

-- available + frozen of a wallet equals the sum of its entries, always.
CREATE TABLE wallet_entry (
    -- What caused it: a payment's id, a top-up's.
    cause           text        NOT NULL,
    kind            text        NOT NULL,
    customer_id     text        NOT NULL REFERENCES wallet (customer_id),
    amount_minor    bigint      NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT wallet_entry_once PRIMARY KEY (cause, kind),
    CONSTRAINT wallet_entry_kind_known CHECK (kind IN ('TOP_UP', 'PAYMENT')),
    CONSTRAINT wallet_entry_sign CHECK ((kind = 'TOP_UP') = (amount_minor > 0))
);

CREATE INDEX wallet_entry_by_customer ON wallet_entry (customer_id, created_at);

-- Seata's fence: the row of a branch commits together with what the branch did.
CREATE TABLE tcc_fence_log (
    xid          varchar(128) NOT NULL,
    branch_id    bigint       NOT NULL,
    action_name  varchar(64)  NOT NULL,
    status       smallint     NOT NULL,
    gmt_create   timestamp(3) NOT NULL,
    gmt_modified timestamp(3) NOT NULL,
    CONSTRAINT tcc_fence_log_pk PRIMARY KEY (xid, branch_id)
);

CREATE INDEX tcc_fence_log_by_age ON tcc_fence_log (gmt_modified);
