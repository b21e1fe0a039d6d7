-- Where an order goes and how it travels, every change of its status, and what the staff have read and been mailed.

-- ---- orders ---------------------------------------------------------------------------------------------------------

ALTER TABLE orders
    -- {recipient, phone, country, region, city, street, postalCode}: read and replaced as a whole. NULL where none was
    -- given yet, and once the customer was forgotten.
    ADD COLUMN shipping_address jsonb,
    ADD COLUMN carrier          varchar(60),
    ADD COLUMN tracking_number  varchar(60),
    ADD COLUMN shipped_at       timestamptz,
    ADD COLUMN completed_at     timestamptz,
    -- The seq of the newest row in order_history. Counted here, under the row's lock, for a statement does not see the
    -- history rows of a transaction that it has waited for.
    ADD COLUMN history_length   integer NOT NULL DEFAULT 1,
    -- A key is kept for a stated time, and goes together with the hash of its request.
    ALTER COLUMN idempotency_key DROP NOT NULL,
    ALTER COLUMN request_hash DROP NOT NULL,
    DROP CONSTRAINT orders_status_known,
    DROP CONSTRAINT orders_held_or_paid_by_a_payment,
    DROP CONSTRAINT orders_paid_at_when_paid;

ALTER TABLE orders
    ADD CONSTRAINT orders_status_known
        CHECK (status IN ('PENDING_PAYMENT', 'PAYING', 'PAID', 'SHIPPED', 'COMPLETED', 'CANCELLED')),
    ADD CONSTRAINT orders_held_or_paid_by_a_payment
        CHECK ((status IN ('PAYING', 'PAID', 'SHIPPED', 'COMPLETED')) = (xid IS NOT NULL)
            AND (xid IS NULL) = (payment_id IS NULL)),
    ADD CONSTRAINT orders_paid_at_when_paid
        CHECK ((status IN ('PAID', 'SHIPPED', 'COMPLETED')) = (paid_at IS NOT NULL)),
    ADD CONSTRAINT orders_shipment_when_shipped
        CHECK ((status IN ('SHIPPED', 'COMPLETED')) = (shipped_at IS NOT NULL)
            AND (shipped_at IS NULL) = (carrier IS NULL)
            AND (shipped_at IS NULL) = (tracking_number IS NULL)),
    ADD CONSTRAINT orders_completed_at_when_completed CHECK ((status = 'COMPLETED') = (completed_at IS NOT NULL)),
    -- A completed one may have lost its address: its customer was forgotten.
    ADD CONSTRAINT orders_shipped_to_an_address CHECK (status <> 'SHIPPED' OR shipping_address IS NOT NULL),
    ADD CONSTRAINT orders_shipping_address_complete
        CHECK (shipping_address IS NULL
            OR (shipping_address ->> 'recipient' IS NOT NULL
                AND shipping_address ->> 'phone' IS NOT NULL
                AND shipping_address ->> 'country' IS NOT NULL
                AND shipping_address ->> 'city' IS NOT NULL
                AND shipping_address ->> 'street' IS NOT NULL)),
    ADD CONSTRAINT orders_key_with_its_request CHECK ((idempotency_key IS NULL) = (request_hash IS NULL)),
    ADD CONSTRAINT orders_history_not_empty CHECK (history_length > 0);

-- Everybody's orders, the newest first.
CREATE INDEX orders_newest ON orders (created_at DESC, id DESC);
CREATE INDEX orders_by_status ON orders (status, created_at DESC, id DESC);

-- What the purge of idempotency keys looks for.
CREATE INDEX orders_with_key ON orders (created_at) WHERE idempotency_key IS NOT NULL;

-- ---- history --------------------------------------------------------------------------------------------------------

-- Every change of an order's status; the row commits together with the change.
CREATE TABLE order_history (
    order_id    varchar(64) NOT NULL,
    -- From 1, without a gap.
    seq         integer     NOT NULL,
    -- NULL for the first.
    from_status varchar(16),
    to_status   varchar(16) NOT NULL,
    actor       varchar(16) NOT NULL,
    -- Of STAFF the member's id, of PAYMENT the payment's; else NULL.
    actor_id    varchar(64),
    at          timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT order_history_pk PRIMARY KEY (order_id, seq),
    CONSTRAINT order_history_of_order FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT order_history_begins_with_the_order CHECK ((seq = 1) = (from_status IS NULL)),
    CONSTRAINT order_history_legal
        CHECK ((coalesce(from_status, ''), to_status, actor) IN (
            ('', 'PENDING_PAYMENT', 'CUSTOMER'),
            ('PENDING_PAYMENT', 'PAYING', 'PAYMENT'),
            ('PAYING', 'PAID', 'PAYMENT'),
            ('PAYING', 'PENDING_PAYMENT', 'PAYMENT'),
            ('PENDING_PAYMENT', 'CANCELLED', 'CUSTOMER'),
            ('PENDING_PAYMENT', 'CANCELLED', 'TIMER'),
            ('PAID', 'SHIPPED', 'STAFF'),
            ('SHIPPED', 'COMPLETED', 'STAFF'))),
    CONSTRAINT order_history_actor_named CHECK ((actor IN ('STAFF', 'PAYMENT')) = (actor_id IS NOT NULL))
);

-- What can be told of the orders that stand: attempts that came to nothing are not known, nor when the last one began.
INSERT INTO order_history (order_id, seq, from_status, to_status, actor, actor_id, at)
SELECT id, 1, NULL, 'PENDING_PAYMENT', 'CUSTOMER', NULL, created_at
  FROM orders
UNION ALL
SELECT id, 2, 'PENDING_PAYMENT', 'PAYING', 'PAYMENT', payment_id, coalesce(paid_at, now())
  FROM orders WHERE status IN ('PAYING', 'PAID')
UNION ALL
SELECT id, 3, 'PAYING', 'PAID', 'PAYMENT', payment_id, paid_at
  FROM orders WHERE status = 'PAID'
UNION ALL
SELECT id, 2, 'PENDING_PAYMENT', 'CANCELLED',
       CASE cancel_reason WHEN 'BY_CUSTOMER' THEN 'CUSTOMER' ELSE 'TIMER' END, NULL, cancelled_at
  FROM orders WHERE status = 'CANCELLED';

UPDATE orders SET history_length = CASE status WHEN 'PAID' THEN 3 ELSE 2 END WHERE status <> 'PENDING_PAYMENT';

-- ---- staff notifications --------------------------------------------------------------------------------------------

ALTER TABLE staff_notification DROP CONSTRAINT staff_notification_once;

ALTER TABLE staff_notification RENAME COLUMN order_id TO subject_id;

ALTER TABLE staff_notification
    -- What happened, once: an order's id for ORDER_PAID, for it is paid once.
    ADD COLUMN cause         varchar(128),
    ADD COLUMN read_at       timestamptz,
    ADD COLUMN read_by       varchar(64),
    ADD COLUMN mailed_at     timestamptz,
    ADD COLUMN mail_attempts integer NOT NULL DEFAULT 0,
    -- When the mail is to be tried next, or until when somebody tries. NULL before the notification was taken up, once it
    -- was mailed, and once it was given up.
    ADD COLUMN mail_next_at  timestamptz;

UPDATE staff_notification SET cause = subject_id;

ALTER TABLE staff_notification
    ALTER COLUMN cause SET NOT NULL,
    ADD CONSTRAINT staff_notification_once UNIQUE (kind, cause),
    ADD CONSTRAINT staff_notification_kind_known CHECK (kind IN ('ORDER_PAID', 'LOW_STOCK')),
    ADD CONSTRAINT staff_notification_read_by_somebody CHECK ((read_at IS NULL) = (read_by IS NULL)),
    ADD CONSTRAINT staff_notification_mail_attempts_counted CHECK (mail_attempts >= 0),
    ADD CONSTRAINT staff_notification_mailed_after_an_attempt
        CHECK (mailed_at IS NULL OR (mail_attempts > 0 AND mail_next_at IS NULL));

CREATE INDEX staff_notification_unread ON staff_notification (created_at DESC, id DESC) WHERE read_at IS NULL;

-- The mails that are still to be sent: few rows, for a mail leaves it when it is sent or given up.
CREATE INDEX staff_notification_to_mail ON staff_notification (mail_next_at) WHERE mail_next_at IS NOT NULL;
