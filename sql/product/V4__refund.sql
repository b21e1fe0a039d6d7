-- Refunds: pieces that were sold and not shipped come back. For every SKU, always: available + frozen (HELD) + sold (SOLD, RETURNING) = the sum
-- of its movements. A row may go from SOLD to RETURNING, and from there to RETURNED, or back to SOLD.

ALTER TABLE stock_reservation
    -- The global transaction of the refund that holds the pieces, or that returned them.
    ADD COLUMN refund_xid varchar(128),
    -- When the refund's transaction last moved the row; updated_at stays that of the sale.
    ADD COLUMN refund_at  timestamptz,
    DROP CONSTRAINT stock_reservation_state_known,
    ADD CONSTRAINT stock_reservation_state_known CHECK (state IN ('HELD', 'RELEASED', 'SOLD', 'RETURNING', 'RETURNED')),
    ADD CONSTRAINT stock_reservation_returned_by_a_refund
        CHECK ((state IN ('RETURNING', 'RETURNED')) = (refund_xid IS NOT NULL) AND (refund_xid IS NULL) = (refund_at IS NULL));

CREATE INDEX stock_reservation_by_refund_xid ON stock_reservation (refund_xid) WHERE refund_xid IS NOT NULL;

-- The frozen and sold pieces of a SKU are sums that this index answers alone.
DROP INDEX stock_reservation_by_sku;
CREATE INDEX stock_reservation_by_sku ON stock_reservation (sku_id, state) INCLUDE (quantity)
    WHERE state NOT IN ('RELEASED', 'RETURNED');

-- What the auditor looks for: pieces that a refund holds, and that were forgotten.
CREATE INDEX stock_reservation_returning ON stock_reservation (refund_at) WHERE state = 'RETURNING';
