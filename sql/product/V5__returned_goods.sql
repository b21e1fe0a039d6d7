-- Goods of an order that had been shipped come back: a receipt that names the order, so that no more comes back than it had bought.

ALTER TABLE stock_movement
    -- Whose goods came back; NULL for anything else.
    ADD COLUMN order_id text,
    DROP CONSTRAINT stock_movement_kind_known,
    DROP CONSTRAINT stock_movement_receipt_positive,
    ADD CONSTRAINT stock_movement_kind_known CHECK (kind IN ('RECEIPT', 'RETURN', 'CORRECTION')),
    ADD CONSTRAINT stock_movement_receipt_positive CHECK (kind = 'CORRECTION' OR quantity > 0),
    ADD CONSTRAINT stock_movement_return_of_an_order CHECK ((kind = 'RETURN') = (order_id IS NOT NULL));

CREATE INDEX stock_movement_by_order ON stock_movement (order_id, sku_id) WHERE order_id IS NOT NULL;
CREATE INDEX stock_reservation_by_order ON stock_reservation (order_id, sku_id) WHERE state = 'SOLD';
