-- The transaction coordinator's own tables, with the columns that Seata 2 reads and writes. Seata owns their content;
-- nobody else writes here. Millisecond columns are bigint because Seata stores its own clock in them.

-- One row per global transaction that is not finished.
CREATE TABLE global_table (
    xid                       varchar(128)  NOT NULL,
    transaction_id            bigint,
    status                    smallint      NOT NULL, -- Seata's GlobalStatus: 1 begin, 2 committing, 4 rollbacking, ...
    application_id            varchar(32),
    transaction_service_group varchar(32),
    transaction_name          varchar(128),
    timeout                   integer,                -- milliseconds
    begin_time                bigint,                 -- milliseconds since 1970
    application_data          varchar(2000),
    gmt_create                timestamp(0),
    gmt_modified              timestamp(0),
    CONSTRAINT pk_global_table PRIMARY KEY (xid)
);
CREATE INDEX ix_global_table_status_gmt_modified ON global_table (status, gmt_modified);
CREATE INDEX ix_global_table_transaction_id ON global_table (transaction_id);

-- One row per registered participant of such a transaction.
CREATE TABLE branch_table (
    branch_id         bigint        NOT NULL,
    xid               varchar(128)  NOT NULL,
    transaction_id    bigint,
    resource_group_id varchar(32),
    resource_id       varchar(256),
    branch_type       varchar(8),
    status            smallint,                       -- Seata's BranchStatus
    client_id         varchar(64),                    -- application:address:port
    application_data  varchar(2000),                  -- the participant's context, as JSON
    gmt_create        timestamp(6),
    gmt_modified      timestamp(6),
    CONSTRAINT pk_branch_table PRIMARY KEY (branch_id)
);
CREATE INDEX ix_branch_table_xid ON branch_table (xid);

-- Row locks of Seata's AT mode. No service uses that mode, but the coordinator reads the table.
CREATE TABLE lock_table (
    row_key        varchar(128) NOT NULL,
    xid            varchar(128),
    transaction_id bigint,
    branch_id      bigint       NOT NULL,
    resource_id    varchar(256),
    table_name     varchar(32),
    pk             varchar(128),
    status         smallint     NOT NULL DEFAULT 0,   -- 0 locked, 1 rolling back
    gmt_create     timestamp(0),
    gmt_modified   timestamp(0),
    CONSTRAINT pk_lock_table PRIMARY KEY (row_key)
);
CREATE INDEX ix_lock_table_branch_id ON lock_table (branch_id);
CREATE INDEX ix_lock_table_xid ON lock_table (xid);
CREATE INDEX ix_lock_table_status ON lock_table (status);

-- Lets one coordinator at a time run each of the periodic tasks.
CREATE TABLE distributed_lock (
    lock_key   varchar(20) NOT NULL,
    lock_value varchar(64) NOT NULL,                  -- address:port of the holder, a space when free
    expire     bigint      NOT NULL,                  -- milliseconds since 1970
    CONSTRAINT pk_distributed_lock PRIMARY KEY (lock_key)
);
INSERT INTO distributed_lock (lock_key, lock_value, expire)
VALUES ('AsyncCommitting', ' ', 0),
       ('RetryCommitting', ' ', 0),
       ('RetryRollbacking', ' ', 0),
       ('TxTimeoutCheck', ' ', 0),
       ('UndologDelete', ' ', 0);
