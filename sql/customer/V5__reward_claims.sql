-- A refund takes back what its payment has earned: points of who paid, commission of the referrer.

ALTER TABLE credit_entry
    DROP CONSTRAINT credit_entry_kind_known,
    ADD CONSTRAINT credit_entry_kind_known CHECK (kind IN ('AWARD', 'TAKE_BACK')),
    -- Points that were spent meanwhile are owed: the sum may be negative, and later awards work it off.
    ADD CONSTRAINT credit_entry_take_back_not_positive CHECK (kind <> 'TAKE_BACK' OR points <= 0);

ALTER TABLE commission_entry
    DROP CONSTRAINT commission_entry_kind_known,
    ADD CONSTRAINT commission_entry_kind_known CHECK (kind IN ('AWARD', 'TAKE_BACK')),
    ADD CONSTRAINT commission_entry_take_back_not_positive CHECK (kind <> 'TAKE_BACK' OR amount_minor <= 0);

-- The claim of a refund on the rewards of its payment. The awards may come before it or after: whichever is second takes them back.
CREATE TABLE reward_claim (
    -- The global transaction of the refund; a refund that is tried again has another one.
    xid        varchar(128) NOT NULL,
    refund_id  text         NOT NULL,
    payment_id text         NOT NULL,
    order_id   text         NOT NULL,
    -- MARKED by Try. TAKEN by Confirm: awards that are there are taken back, and those that come are at once. RELEASED by Cancel.
    state      text         NOT NULL DEFAULT 'MARKED',
    created_at timestamptz  NOT NULL DEFAULT now(),
    updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT reward_claim_pk PRIMARY KEY (xid),
    CONSTRAINT reward_claim_state_known CHECK (state IN ('MARKED', 'TAKEN', 'RELEASED'))
);

CREATE UNIQUE INDEX reward_claim_one_per_payment ON reward_claim (payment_id) WHERE state <> 'RELEASED';
-- For the auditor.
CREATE INDEX reward_claim_marked ON reward_claim (created_at) WHERE state = 'MARKED';

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
CREATE INDEX tcc_fence_log_tried ON tcc_fence_log (gmt_create) WHERE status = 1;
