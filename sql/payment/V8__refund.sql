-- Refunds: a payment given back in full, by the wish of the staff or of its customer. A row here is the durable decision, as a row in payment is
-- for a payment.

CREATE TABLE refund (
    -- Also the provider's out_refund_no, and the cause of the wallet's entry.
    id              text        NOT NULL,
    payment_id      text        NOT NULL,
    -- Of the payment, which is PAID and so does not change any more.
    order_id        text        NOT NULL,
    customer_id     text        NOT NULL,
    method          text        NOT NULL,
    amount_minor    bigint      NOT NULL,
    currency        char(3)     NOT NULL,
    -- The transaction under which the payment's goods were sold.
    payment_xid     text        NOT NULL,
    -- A member of the staff, or the customer.
    asked_by        text        NOT NULL,
    by_staff        boolean     NOT NULL,
    reason          text        NOT NULL,
    -- What the order was when the refund was opened; the goods of a PAID one have not left, and come back to the stock.
    order_was       text        NOT NULL,
    status          text        NOT NULL,
    -- Counts the runs of the protocol; a Try of an earlier attempt loses by it.
    attempt         integer     NOT NULL DEFAULT 1,
    lease_until     timestamptz NOT NULL,
    decide_by       timestamptz NOT NULL,
    -- The global transaction that holds the refund, or that gave the money back.
    xid             text,
    -- When the order was refunded: the money is in the wallet, or queued at the provider.
    given_at        timestamptz,
    -- When the customer had the money.
    done_at         timestamptz,
    -- When the OrderRefunded event came back to us: past that point the broker answers for it.
    event_seen_at   timestamptz,
    refusal_code    text,
    refusal_detail  text,
    -- NULL once it was kept for long enough after the refund's end.
    idempotency_key text,
    request_hash    text        NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT refund_pk PRIMARY KEY (id),
    CONSTRAINT refund_of_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT refund_amount_positive CHECK (amount_minor > 0),
    CONSTRAINT refund_attempt_positive CHECK (attempt > 0),
    CONSTRAINT refund_method_known CHECK (method IN ('BALANCE', 'WECHAT')),
    CONSTRAINT refund_order_was_paid CHECK (order_was IN ('PAID', 'SHIPPED', 'COMPLETED')),
    CONSTRAINT refund_status_known CHECK (
        status IN ('INITIATED', 'HELD', 'GIVEN', 'DONE', 'RELEASED', 'REFUSED', 'EXPIRED')),
    CONSTRAINT refund_given_at_iff_given CHECK ((given_at IS NOT NULL) = (status IN ('GIVEN', 'DONE'))),
    CONSTRAINT refund_done_at_iff_done CHECK ((done_at IS NOT NULL) = (status = 'DONE')),
    -- A wallet has the money at once.
    CONSTRAINT refund_given_through_a_provider CHECK (method <> 'BALANCE' OR status <> 'GIVEN'),
    CONSTRAINT refund_refusal_iff_refused CHECK ((refusal_code IS NOT NULL) = (status = 'REFUSED')),
    CONSTRAINT refund_xid_when_held CHECK (xid IS NOT NULL OR status NOT IN ('HELD', 'GIVEN', 'DONE', 'RELEASED')),
    CONSTRAINT refund_key_until_final CHECK (idempotency_key IS NOT NULL OR status IN ('DONE', 'REFUSED')),
    CONSTRAINT refund_one_per_key UNIQUE (asked_by, idempotency_key)
);

-- A refund gives all of its payment, so this says that never more is given back than was captured.
CREATE UNIQUE INDEX refund_one_live_per_payment ON refund (payment_id) WHERE status IN ('INITIATED', 'HELD', 'GIVEN', 'DONE');
CREATE INDEX refund_by_payment ON refund (payment_id, created_at);
CREATE INDEX refund_by_xid ON refund (xid) WHERE xid IS NOT NULL;
CREATE INDEX refund_undecided ON refund (updated_at) WHERE status IN ('INITIATED', 'HELD');
CREATE INDEX refund_event_unseen ON refund (given_at) WHERE given_at IS NOT NULL AND event_seen_at IS NULL;
CREATE INDEX refund_final_with_key ON refund (updated_at) WHERE idempotency_key IS NOT NULL AND status IN ('DONE', 'REFUSED');

ALTER TABLE wallet_entry
    DROP CONSTRAINT wallet_entry_kind_known,
    DROP CONSTRAINT wallet_entry_sign,
    ADD CONSTRAINT wallet_entry_kind_known CHECK (kind IN ('TOP_UP', 'PAYMENT', 'REFUND')),
    ADD CONSTRAINT wallet_entry_sign CHECK ((kind = 'PAYMENT') = (amount_minor < 0) AND amount_minor <> 0);
