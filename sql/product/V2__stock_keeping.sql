-- What staff do to the stock, and what they are told of it.

ALTER TABLE stock_movement
    -- Who says so; null for what came with the installation.
    ADD COLUMN staff_id        text,
    -- Of whoever entered it. The row itself tells whether a repeated key came with the same content.
    ADD COLUMN idempotency_key text,
    ADD CONSTRAINT stock_movement_once UNIQUE (idempotency_key),
    ADD CONSTRAINT stock_movement_keyed_by_staff CHECK ((staff_id IS NULL) = (idempotency_key IS NULL));

-- A SKU's history, the newest first.
CREATE INDEX stock_movement_history ON stock_movement (sku_id, id DESC);
DROP INDEX stock_movement_by_sku;

-- Of which SKUs staff are told when few are left. It stands apart from sku_stock, and without a foreign key to it, so that no
-- payment ever waits for it. A row comes with a threshold, or the first time that few are left.
CREATE TABLE low_stock_watch (
    sku_id       text COLLATE "C" NOT NULL,
    -- Staff are told at this many pieces or fewer; null for the shop's own threshold.
    threshold    bigint,
    -- Counts how often few were left: each time is one notification.
    episode      bigint           NOT NULL DEFAULT 0,
    -- Since when few are left; null while enough are.
    low_since    timestamptz,
    -- When staff were told of this episode; null until they were.
    notified_at  timestamptz,
    -- They are not told before: put off while the SKU is not for sale.
    not_before   timestamptz      NOT NULL DEFAULT now(),
    CONSTRAINT low_stock_watch_pk PRIMARY KEY (sku_id),
    CONSTRAINT low_stock_watch_threshold_in_range CHECK (threshold BETWEEN 0 AND 1000000),
    CONSTRAINT low_stock_watch_episode_not_negative CHECK (episode >= 0),
    CONSTRAINT low_stock_watch_low_in_an_episode CHECK (low_since IS NULL OR episode > 0),
    CONSTRAINT low_stock_watch_notified_while_low CHECK (notified_at IS NULL OR low_since IS NOT NULL)
);

-- Whom to tell about next.
CREATE INDEX low_stock_watch_untold ON low_stock_watch (not_before, sku_id)
    WHERE low_since IS NOT NULL AND notified_at IS NULL;
