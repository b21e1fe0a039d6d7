-- Refunds: an order that was paid, shipped or completed is REFUNDING while a refund's global transaction holds it, and REFUNDED once that has
-- confirmed. Which of the three it was stays with it, so that a refund that comes to nothing leaves it as it stood.

ALTER TABLE orders
    -- The refund and the global transaction that hold the order, or that refunded it.
    ADD COLUMN refund_id     varchar(64),
    ADD COLUMN refund_xid    varchar(128),
    ADD COLUMN refunded_from varchar(16),
    ADD COLUMN refunded_at   timestamptz,
    DROP CONSTRAINT orders_status_known,
    DROP CONSTRAINT orders_held_or_paid_by_a_payment,
    DROP CONSTRAINT orders_paid_at_when_paid,
    DROP CONSTRAINT orders_shipment_when_shipped,
    DROP CONSTRAINT orders_completed_at_when_completed;

ALTER TABLE orders
    ADD CONSTRAINT orders_status_known
        CHECK (status IN ('PENDING_PAYMENT', 'PAYING', 'PAID', 'SHIPPED', 'COMPLETED', 'REFUNDING', 'REFUNDED', 'CANCELLED')),
    ADD CONSTRAINT orders_held_or_paid_by_a_payment
        CHECK ((status IN ('PAYING', 'PAID', 'SHIPPED', 'COMPLETED', 'REFUNDING', 'REFUNDED')) = (xid IS NOT NULL)
            AND (xid IS NULL) = (payment_id IS NULL)),
    ADD CONSTRAINT orders_paid_at_when_paid
        CHECK ((status IN ('PAID', 'SHIPPED', 'COMPLETED', 'REFUNDING', 'REFUNDED')) = (paid_at IS NOT NULL)),
    ADD CONSTRAINT orders_shipment_when_shipped
        CHECK ((coalesce(refunded_from, status) IN ('SHIPPED', 'COMPLETED')) = (shipped_at IS NOT NULL)
            AND (shipped_at IS NULL) = (carrier IS NULL)
            AND (shipped_at IS NULL) = (tracking_number IS NULL)),
    ADD CONSTRAINT orders_completed_at_when_completed
        CHECK ((coalesce(refunded_from, status) = 'COMPLETED') = (completed_at IS NOT NULL)),
    ADD CONSTRAINT orders_refunded_from_what_was_paid
        CHECK (refunded_from IS NULL OR refunded_from IN ('PAID', 'SHIPPED', 'COMPLETED')),
    ADD CONSTRAINT orders_held_or_refunded_by_a_refund
        CHECK ((status IN ('REFUNDING', 'REFUNDED')) = (refund_xid IS NOT NULL)
            AND (refund_xid IS NULL) = (refund_id IS NULL)
            AND (refund_xid IS NULL) = (refunded_from IS NULL)),
    ADD CONSTRAINT orders_refunded_at_when_refunded CHECK ((status = 'REFUNDED') = (refunded_at IS NOT NULL));

CREATE INDEX orders_by_refund_xid ON orders (refund_xid) WHERE refund_xid IS NOT NULL;

ALTER TABLE order_history
    DROP CONSTRAINT order_history_legal,
    DROP CONSTRAINT order_history_actor_named,
    DROP CONSTRAINT order_history_xid_of_payments;

ALTER TABLE order_history
    ADD CONSTRAINT order_history_legal
        CHECK ((coalesce(from_status, ''), to_status, actor) IN (
            ('', 'PENDING_PAYMENT', 'CUSTOMER'),
            ('PENDING_PAYMENT', 'PAYING', 'PAYMENT'),
            ('PAYING', 'PAID', 'PAYMENT'),
            ('PAYING', 'PENDING_PAYMENT', 'PAYMENT'),
            ('PENDING_PAYMENT', 'CANCELLED', 'CUSTOMER'),
            ('PENDING_PAYMENT', 'CANCELLED', 'TIMER'),
            ('PAID', 'SHIPPED', 'STAFF'),
            ('SHIPPED', 'COMPLETED', 'STAFF'),
            ('PAID', 'REFUNDING', 'REFUND'),
            ('SHIPPED', 'REFUNDING', 'REFUND'),
            ('COMPLETED', 'REFUNDING', 'REFUND'),
            ('REFUNDING', 'REFUNDED', 'REFUND'),
            ('REFUNDING', 'PAID', 'REFUND'),
            ('REFUNDING', 'SHIPPED', 'REFUND'),
            ('REFUNDING', 'COMPLETED', 'REFUND'))),
    -- Of a REFUND the actor is the refund.
    ADD CONSTRAINT order_history_actor_named CHECK ((actor IN ('STAFF', 'PAYMENT', 'REFUND')) = (actor_id IS NOT NULL)),
    ADD CONSTRAINT order_history_xid_of_transactions CHECK (xid IS NULL OR actor IN ('PAYMENT', 'REFUND'));

ALTER TABLE staff_notification
    DROP CONSTRAINT staff_notification_kind_known,
    ADD CONSTRAINT staff_notification_kind_known CHECK (kind IN ('ORDER_PAID', 'ORDER_REFUNDED', 'LOW_STOCK'));
