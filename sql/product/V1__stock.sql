-- Stock. For every SKU, always: available + frozen (HELD) + sold (SOLD) = the sum of its movements.

-- The only hot row; a Try decrements it last, so that it stays locked for one statement and the commit.
CREATE TABLE sku_stock (
    -- Ordered by bytes: every transaction takes its rows in this order, so two cannot deadlock.
    sku_id       text COLLATE "C" NOT NULL,
    available    bigint           NOT NULL,
    CONSTRAINT sku_stock_pk PRIMARY KEY (sku_id),
    CONSTRAINT sku_stock_available_not_negative CHECK (available >= 0)
-- Half-full pages: an update finds room beside the row and touches no index.
) WITH (fillfactor = 50);

-- What came in and what was corrected; a row is never changed.
CREATE TABLE stock_movement (
    id           bigint           GENERATED ALWAYS AS IDENTITY,
    sku_id       text COLLATE "C" NOT NULL,
    kind         text             NOT NULL,
    quantity     bigint           NOT NULL,
    reason       text             NOT NULL,
    created_at   timestamptz      NOT NULL DEFAULT now(),
    CONSTRAINT stock_movement_pk PRIMARY KEY (id),
    CONSTRAINT stock_movement_of_known_sku FOREIGN KEY (sku_id) REFERENCES sku_stock (sku_id),
    CONSTRAINT stock_movement_kind_known CHECK (kind IN ('RECEIPT', 'CORRECTION')),
    CONSTRAINT stock_movement_receipt_positive CHECK (kind <> 'RECEIPT' OR quantity > 0),
    CONSTRAINT stock_movement_moves_something CHECK (quantity <> 0)
);

CREATE INDEX stock_movement_by_sku ON stock_movement (sku_id);

-- What payments hold and have bought. A row may go from HELD to RELEASED or to SOLD, and then no further.
-- No foreign key to sku_stock: it would lock the hot row before the last statements of a Try.
CREATE TABLE stock_reservation (
    -- The global transaction that reserves.
    xid          varchar(128)     NOT NULL,
    sku_id       text COLLATE "C" NOT NULL,
    order_id     text             NOT NULL,
    quantity     bigint           NOT NULL,
    state        text             NOT NULL,
    created_at   timestamptz      NOT NULL DEFAULT now(),
    updated_at   timestamptz      NOT NULL DEFAULT now(),
    CONSTRAINT stock_reservation_pk PRIMARY KEY (xid, sku_id),
    CONSTRAINT stock_reservation_quantity_positive CHECK (quantity > 0),
    CONSTRAINT stock_reservation_state_known CHECK (state IN ('HELD', 'RELEASED', 'SOLD'))
);

-- The frozen and sold pieces of a SKU are sums that this index answers alone.
CREATE INDEX stock_reservation_by_sku ON stock_reservation (sku_id, state) INCLUDE (quantity) WHERE state <> 'RELEASED';

-- Seata's fence: the row of a branch commits together with what the branch did.
CREATE TABLE tcc_fence_log (
    xid          varchar(128) NOT NULL,
    branch_id    bigint       NOT NULL,
    action_name  varchar(64)  NOT NULL,
    status       smallint     NOT NULL,
    gmt_create   timestamp(3) NOT NULL,
    gmt_modified timestamp(3) NOT NULL,
    CONSTRAINT tcc_fence_log_pk PRIMARY KEY (xid, branch_id)
);

CREATE INDEX tcc_fence_log_by_age ON tcc_fence_log (gmt_modified);
