-- Demonstration stock of the SKU that one customer may have two of. Nothing is received where staff were faster.

WITH opened AS (
    INSERT INTO sku_stock (sku_id, available) VALUES ('concert-ticket-1', 500)
    ON CONFLICT ON CONSTRAINT sku_stock_pk DO NOTHING
    RETURNING sku_id, available
)
INSERT INTO stock_movement (sku_id, kind, quantity, reason)
SELECT sku_id, 'RECEIPT', available, 'demonstration stock' FROM opened;
