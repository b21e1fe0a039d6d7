-- Money from outside: what a provider (WeChat Pay) is asked to collect, what it says it has collected, and what goes back.

ALTER TABLE payment
    -- When the provider took the customer's money, by its own clock. Set on a CLOSED payment too, if the money came after all.
    ADD COLUMN captured_at timestamptz,
    DROP CONSTRAINT payment_method_known,
    ADD CONSTRAINT payment_method_known CHECK (method IN ('BALANCE', 'WECHAT')),
    DROP CONSTRAINT payment_status_known,
    ADD CONSTRAINT payment_status_known CHECK (
        status IN ('AWAITING_PROVIDER', 'INITIATED', 'HELD', 'PAID', 'RELEASED', 'REFUSED', 'EXPIRED', 'CLOSED')),
    ADD CONSTRAINT payment_awaits_a_provider CHECK (method = 'WECHAT' OR status NOT IN ('AWAITING_PROVIDER', 'CLOSED')),
    ADD CONSTRAINT payment_captured_before_it_runs CHECK (
        CASE WHEN method = 'BALANCE' THEN captured_at IS NULL
             WHEN status = 'AWAITING_PROVIDER' THEN captured_at IS NULL
             WHEN status = 'CLOSED' THEN true
             ELSE captured_at IS NOT NULL END),
    DROP CONSTRAINT payment_key_until_final,
    ADD CONSTRAINT payment_key_until_final CHECK (idempotency_key IS NOT NULL OR status IN ('PAID', 'REFUSED', 'CLOSED'));

-- Captured money keeps its place between two attempts: nobody pays the order past it.
DROP INDEX payment_one_live_per_order;
CREATE UNIQUE INDEX payment_one_live_per_order ON payment (order_id)
    WHERE status IN ('AWAITING_PROVIDER', 'INITIATED', 'HELD', 'PAID')
       OR (captured_at IS NOT NULL AND status IN ('EXPIRED', 'RELEASED'));

DROP INDEX payment_final_with_key;
CREATE INDEX payment_final_with_key ON payment (updated_at)
    WHERE idempotency_key IS NOT NULL AND status IN ('PAID', 'REFUSED', 'CLOSED');

-- What a worker looks for: captured, and nobody is at work on it.
CREATE INDEX payment_captured_undecided ON payment (lease_until)
    WHERE captured_at IS NOT NULL AND status IN ('INITIATED', 'EXPIRED', 'RELEASED');

ALTER TABLE payment_event
    DROP CONSTRAINT payment_event_status_of_its_kind,
    ADD CONSTRAINT payment_event_status_of_its_kind CHECK (
        CASE WHEN kind = 'OPENED' THEN status IS NOT NULL AND status IN ('INITIATED', 'AWAITING_PROVIDER')
             ELSE status IS NOT DISTINCT FROM CASE
                 WHEN kind IN ('TAKEN_OVER', 'CAPTURED') THEN 'INITIATED'
                 WHEN kind IN ('HELD', 'PAID', 'RELEASED', 'REFUSED', 'EXPIRED', 'CLOSED') THEN kind
                 WHEN kind = 'GIVEN_UP' THEN 'EXPIRED' END
        END);

-- A wallet filled from outside.
CREATE TABLE top_up (
    id              text        NOT NULL,
    customer_id     text        NOT NULL,
    amount_minor    bigint      NOT NULL,
    currency        char(3)     NOT NULL,
    -- CLOSED may still become CREDITED: money that comes late is the customer's all the same.
    status          text        NOT NULL,
    idempotency_key text        NOT NULL,
    request_hash    text        NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    credited_at     timestamptz,
    CONSTRAINT top_up_pk PRIMARY KEY (id),
    CONSTRAINT top_up_amount_positive CHECK (amount_minor > 0),
    CONSTRAINT top_up_status_known CHECK (status IN ('AWAITING_PROVIDER', 'CREDITED', 'REFUSED', 'CLOSED')),
    CONSTRAINT top_up_credited_at_iff_credited CHECK ((credited_at IS NOT NULL) = (status = 'CREDITED')),
    CONSTRAINT top_up_one_per_key UNIQUE (customer_id, idempotency_key)
);

-- One trade at the provider, and the one place for all money that comes from there: the provider knows it by our id.
CREATE TABLE charge (
    -- The provider's out_trade_no: the id of the payment or the top-up.
    id                text        NOT NULL,
    -- UNKNOWN: the provider has taken money under a number that is none of ours.
    purpose           text        NOT NULL,
    customer_id       text,
    -- What the provider is asked to collect; of an UNKNOWN one, what it has collected.
    amount_minor      bigint      NOT NULL,
    currency          char(3)     NOT NULL,
    -- What the customer reads at the provider.
    description       text        NOT NULL,
    -- OPEN: the customer may pay. CLOSED: nothing was taken, and nothing can be, but see CAPTURED. CAPTURED: the provider has taken
    -- the money and nothing has become of it yet. FROZEN: a payment holds it under an XID. SPENT: it has paid an order.
    -- CREDITED: it is in a wallet. RETURNED: it goes back, a row in provider_refund says how far it is.
    state             text        NOT NULL,
    -- What the customer scans; NULL until the provider has given it.
    code_url          text,
    -- From then on the provider takes no money for it.
    expires_at        timestamptz NOT NULL,
    -- When the provider is asked next what became of it; NULL where there is nothing to ask.
    next_look_at      timestamptz,
    looks             integer     NOT NULL DEFAULT 0,
    -- Of the capture: the provider's id of it, and what it says it took.
    transaction_id    text,
    captured_minor    bigint,
    captured_currency char(3),
    captured_at       timestamptz,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT charge_pk PRIMARY KEY (id),
    CONSTRAINT charge_purpose_known CHECK (purpose IN ('PAYMENT', 'TOP_UP', 'UNKNOWN')),
    CONSTRAINT charge_of_somebody CHECK ((customer_id IS NULL) = (purpose = 'UNKNOWN')),
    CONSTRAINT charge_amount_positive CHECK (amount_minor > 0 AND captured_minor > 0),
    CONSTRAINT charge_state_known CHECK (
        state IN ('OPEN', 'CLOSED', 'CAPTURED', 'FROZEN', 'SPENT', 'CREDITED', 'RETURNED')),
    CONSTRAINT charge_captured_iff_past_open CHECK (
        (transaction_id IS NULL) = (state IN ('OPEN', 'CLOSED'))
        AND (transaction_id IS NULL) = (captured_minor IS NULL)
        AND (transaction_id IS NULL) = (captured_currency IS NULL)
        AND (transaction_id IS NULL) = (captured_at IS NULL)),
    -- Money that is not what was asked for buys nothing.
    CONSTRAINT charge_used_in_full CHECK (
        state IN ('OPEN', 'CLOSED', 'RETURNED') OR (captured_minor = amount_minor AND captured_currency = currency)),
    CONSTRAINT charge_frozen_for_payments CHECK (purpose = 'PAYMENT' OR state NOT IN ('FROZEN', 'SPENT')),
    CONSTRAINT charge_credited_for_top_ups CHECK (purpose = 'TOP_UP' OR state <> 'CREDITED'),
    CONSTRAINT charge_capture_once UNIQUE (transaction_id)
);

CREATE INDEX charge_to_look_at ON charge (next_look_at) WHERE next_look_at IS NOT NULL;

-- What the provider told us, each event once.
CREATE TABLE provider_event (
    -- The provider's; a repeated delivery has the same.
    id             text        NOT NULL,
    type           text        NOT NULL,
    -- The out_trade_no, or of a refund the out_refund_no.
    subject        text        NOT NULL,
    transaction_id text,
    amount_minor   bigint,
    currency       text,
    -- TAKEN: it says what our row can be true with. Anything else contradicts the row and is not believed: the provider is asked.
    verdict        text        NOT NULL,
    detail         text,
    received_at    timestamptz NOT NULL DEFAULT now(),
    -- When the provider was asked, and what that came to; from the start where there is nothing to ask.
    resolved_at    timestamptz,
    resolution     text,
    next_try_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT provider_event_pk PRIMARY KEY (id),
    CONSTRAINT provider_event_verdict_known CHECK (
        verdict IN ('TAKEN', 'IGNORED', 'UNKNOWN_ORDER', 'WRONG_AMOUNT', 'WRONG_CURRENCY', 'WRONG_ACCOUNT')),
    CONSTRAINT provider_event_resolved_somehow CHECK ((resolved_at IS NULL) = (resolution IS NULL))
);

CREATE INDEX provider_event_unresolved ON provider_event (next_try_at) WHERE resolved_at IS NULL;

-- Money on its way back to the customer by the provider. Worked until the provider has confirmed.
CREATE TABLE provider_refund (
    -- The provider's out_refund_no: each repetition asks with it, so the provider pays back once.
    id                 text        NOT NULL,
    charge_id          text        NOT NULL,
    amount_minor       bigint      NOT NULL,
    currency           char(3)     NOT NULL,
    -- REFUND: somebody asked for it. The others are the arbiter's. REFUSED: captured, and then the payment was refused. LATE:
    -- captured after the payment was closed. MISMATCH: not what was asked for, or not asked for at all.
    cause              text        NOT NULL,
    -- In words, for the staff.
    reason             text        NOT NULL,
    -- QUEUED: the provider may not know of it. ASKED: the provider works on it. ABNORMAL: the provider cannot, and a person must;
    -- it is still asked about. DONE: the provider has paid it back.
    state              text        NOT NULL DEFAULT 'QUEUED',
    attempts           integer     NOT NULL DEFAULT 0,
    -- NULL once it is DONE.
    next_try_at        timestamptz DEFAULT now(),
    provider_refund_id text,
    last_error         text,
    queued_at          timestamptz NOT NULL DEFAULT now(),
    done_at            timestamptz,
    -- When svc-order took the notification for the staff; NULL until then.
    staff_told_at      timestamptz,
    CONSTRAINT provider_refund_pk PRIMARY KEY (id),
    CONSTRAINT provider_refund_of_charge FOREIGN KEY (charge_id) REFERENCES charge (id),
    CONSTRAINT provider_refund_amount_positive CHECK (amount_minor > 0),
    CONSTRAINT provider_refund_cause_known CHECK (cause IN ('REFUND', 'REFUSED', 'LATE', 'MISMATCH')),
    CONSTRAINT provider_refund_state_known CHECK (state IN ('QUEUED', 'ASKED', 'ABNORMAL', 'DONE')),
    CONSTRAINT provider_refund_done_at_iff_done CHECK (
        (done_at IS NOT NULL) = (state = 'DONE') AND (next_try_at IS NULL) = (state = 'DONE'))
);

CREATE INDEX provider_refund_by_charge ON provider_refund (charge_id);
CREATE INDEX provider_refund_to_try ON provider_refund (next_try_at) WHERE next_try_at IS NOT NULL;
CREATE INDEX provider_refund_untold ON provider_refund (queued_at) WHERE staff_told_at IS NULL;
-- The arbiter gives money back once; what people ask for stands beside it, within what was captured.
CREATE UNIQUE INDEX provider_refund_arbitrated_once ON provider_refund (charge_id) WHERE cause <> 'REFUND';
