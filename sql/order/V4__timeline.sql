-- What the timeline tells of an event and of an order: each delivery, the first one with its effect, further ones without; and the global transaction of each move.

ALTER TABLE inbox
    ADD COLUMN deliveries        integer     NOT NULL DEFAULT 1,
    ADD COLUMN last_delivered_at timestamptz NOT NULL DEFAULT now(),
    ADD CONSTRAINT inbox_delivered CHECK (deliveries > 0);

UPDATE inbox SET last_delivered_at = applied_at;

ALTER TABLE order_history
    -- Of a PAYMENT's moves the global transaction that made them; unknown for what an order went through before this migration.
    ADD COLUMN xid varchar(128),
    ADD CONSTRAINT order_history_xid_of_payments CHECK (xid IS NULL OR actor = 'PAYMENT');

UPDATE order_history h
   SET xid = o.xid
  FROM orders o
 WHERE o.id = h.order_id AND h.actor = 'PAYMENT' AND h.actor_id = o.payment_id
   AND h.seq >= (SELECT max(hold.seq) FROM order_history hold WHERE hold.order_id = o.id AND hold.to_status = 'PAYING');
