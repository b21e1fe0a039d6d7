-- The journal of each payment: what happened to it, in order, for as long as the payment itself is kept.

ALTER TABLE payment
    -- The seq of the newest row in payment_event. Counted here, under the row's lock, so that the journal has no gap.
    ADD COLUMN journal_length integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT payment_journal_not_empty CHECK (journal_length > 0);

-- A row with a status commits in the statement that gave the payment that status: the newest of them always says what the
-- payment row says. A row without one tells of something that happened besides, and may be missing after a crash.
CREATE TABLE payment_event (
    payment_id text        NOT NULL,
    -- From 1, without a gap, in the order in which things happened.
    seq        integer     NOT NULL,
    -- The run of the protocol that it belongs to.
    attempt    integer     NOT NULL,
    kind       text        NOT NULL,
    -- The payment's status from here on; NULL where it stayed.
    status     text,
    xid        text,
    -- A code, an answer or a reason, depending on the kind.
    detail     text,
    -- Of the request or message that was being worked on; NULL where none was, as in phase two.
    trace_id   text,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT payment_event_pk PRIMARY KEY (payment_id, seq),
    CONSTRAINT payment_event_of_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT payment_event_begins_with_the_payment CHECK ((seq = 1) = (kind = 'OPENED')),
    CONSTRAINT payment_event_attempt_positive CHECK (attempt > 0),
    CONSTRAINT payment_event_status_of_its_kind CHECK (
        status IS NOT DISTINCT FROM CASE
            WHEN kind IN ('OPENED', 'TAKEN_OVER') THEN 'INITIATED'
            WHEN kind IN ('HELD', 'PAID', 'RELEASED', 'REFUSED', 'EXPIRED') THEN kind
            WHEN kind = 'GIVEN_UP' THEN 'EXPIRED' END),
    CONSTRAINT payment_event_xid_when_held CHECK (xid IS NOT NULL OR status NOT IN ('HELD', 'PAID', 'RELEASED'))
);

-- What a Try left, and which payment an XID belongs to.
CREATE INDEX payment_event_by_xid ON payment_event (xid) WHERE xid IS NOT NULL;
CREATE INDEX payment_by_order ON payment (order_id, created_at);

-- What can be told of the payments that stand: how they began, and where they are.
INSERT INTO payment_event (payment_id, seq, attempt, kind, status, at)
SELECT id, 1, 1, 'OPENED', 'INITIATED', created_at FROM payment;

INSERT INTO payment_event (payment_id, seq, attempt, kind, status, xid, detail, at)
SELECT id, 2, attempt, CASE status WHEN 'INITIATED' THEN 'TAKEN_OVER' ELSE status END, status,
       CASE WHEN status IN ('HELD', 'PAID', 'RELEASED') THEN xid END, refusal_code, coalesce(paid_at, updated_at)
  FROM payment WHERE status <> 'INITIATED' OR attempt > 1;

UPDATE payment SET journal_length = 2 WHERE status <> 'INITIATED' OR attempt > 1;
