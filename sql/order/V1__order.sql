-- Orders, what the staff hear of them, and the tables of the two protocols that write here.

CREATE TABLE orders (
    id              varchar(64)  NOT NULL,
    customer_id     varchar(64)  NOT NULL,
    status          varchar(16)  NOT NULL,
    total_minor     bigint       NOT NULL,
    currency        char(3)      NOT NULL,
    -- Until when the order can be paid; this database's clock decides.
    pay_by          timestamptz  NOT NULL,
    -- The global transaction and the payment that hold the order, or that paid it.
    xid             varchar(128),
    payment_id      varchar(64),
    idempotency_key varchar(64)  NOT NULL,
    -- SHA-256 of the request that the key belongs to, in hexadecimal.
    request_hash    char(64)     NOT NULL,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    paid_at         timestamptz,
    cancelled_at    timestamptz,
    cancel_reason   varchar(32),
    CONSTRAINT orders_pk PRIMARY KEY (id),
    CONSTRAINT orders_one_a_key UNIQUE (customer_id, idempotency_key),
    CONSTRAINT orders_status_known CHECK (status IN ('PENDING_PAYMENT', 'PAYING', 'PAID', 'CANCELLED')),
    CONSTRAINT orders_total_positive CHECK (total_minor > 0),
    CONSTRAINT orders_held_or_paid_by_a_payment
        CHECK ((status IN ('PAYING', 'PAID')) = (xid IS NOT NULL) AND (xid IS NULL) = (payment_id IS NULL)),
    CONSTRAINT orders_paid_at_when_paid CHECK ((status = 'PAID') = (paid_at IS NOT NULL)),
    CONSTRAINT orders_cancelled_at_when_cancelled CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL)),
    CONSTRAINT orders_cancel_reason_known
        CHECK ((status = 'CANCELLED') = (cancel_reason IS NOT NULL)
            AND cancel_reason IN ('BY_CUSTOMER', 'PAYMENT_WINDOW_CLOSED'))
);

-- A customer's orders, the newest first.
CREATE INDEX orders_by_customer ON orders (customer_id, created_at DESC, id DESC);

-- What the sweeper looks for: few rows, for an order leaves it within its payment window.
CREATE INDEX orders_unpaid ON orders (pay_by) WHERE status = 'PENDING_PAYMENT';

CREATE TABLE order_line (
    order_id         varchar(64) NOT NULL,
    sku_id           varchar(64) NOT NULL,
    product_id       varchar(64) NOT NULL,
    -- Title, attributes and price are those of the moment the order was placed.
    title            text        NOT NULL,
    attributes       jsonb       NOT NULL,
    unit_price_minor bigint      NOT NULL,
    currency         char(3)     NOT NULL,
    quantity         integer     NOT NULL,
    CONSTRAINT order_line_pk PRIMARY KEY (order_id, sku_id),
    CONSTRAINT order_line_of_order FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT order_line_price_positive CHECK (unit_price_minor > 0),
    CONSTRAINT order_line_quantity_positive CHECK (quantity > 0)
);

CREATE TABLE staff_notification (
    id         varchar(64) NOT NULL,
    kind       varchar(32) NOT NULL,
    order_id   varchar(64) NOT NULL,
    text       text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT staff_notification_pk PRIMARY KEY (id),
    CONSTRAINT staff_notification_once UNIQUE (order_id, kind)
);

CREATE INDEX staff_notification_newest ON staff_notification (created_at DESC, id DESC);

-- Which effect of which event has been applied; the row commits together with the effect.
CREATE TABLE inbox (
    event_id   text        NOT NULL,
    kind       text        NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inbox_pk PRIMARY KEY (event_id, kind)
);

-- Seata's fence: one row a branch, committed together with what its Try, Confirm or Cancel changed.
CREATE TABLE tcc_fence_log (
    xid          varchar(128) NOT NULL,
    branch_id    bigint       NOT NULL,
    action_name  varchar(64)  NOT NULL,
    status       smallint     NOT NULL,
    gmt_create   timestamp(3) NOT NULL,
    gmt_modified timestamp(3) NOT NULL,
    CONSTRAINT tcc_fence_log_pk PRIMARY KEY (xid, branch_id)
);

CREATE INDEX tcc_fence_log_modified ON tcc_fence_log (gmt_modified);
