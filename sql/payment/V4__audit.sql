-- The auditor: what it found of global transactions that nobody finishes, why it did what, and what people did.

CREATE INDEX payment_by_xid ON payment (xid) WHERE xid IS NOT NULL;
CREATE INDEX payment_undecided ON payment (updated_at) WHERE status IN ('INITIATED', 'HELD');

-- What the auditor looks for: the few rows whose Confirm or Cancel has not come.
CREATE INDEX tcc_fence_log_tried ON tcc_fence_log (gmt_create) WHERE status = 1;

-- One finding about one global transaction: open until nothing of it is left to settle.
CREATE TABLE audit_case (
    id            bigint       GENERATED ALWAYS AS IDENTITY,
    xid           varchar(128) NOT NULL,
    -- What it was for, as far as a participant knows.
    payment_id    text,
    order_id      text,
    -- What the newest look made of it.
    verdict       text         NOT NULL,
    rule          text         NOT NULL,
    why           text         NOT NULL,
    -- What each participant held and what its fence said at the newest look, in words.
    found         text         NOT NULL,
    tc_status     text         NOT NULL,
    first_seen_at timestamptz  NOT NULL DEFAULT now(),
    last_seen_at  timestamptz  NOT NULL DEFAULT now(),
    -- Why the newest attempt to settle it did not succeed.
    failure       text,
    closed_at     timestamptz,
    -- auditor, coordinator, or the id of a staff member.
    closed_by     text,
    outcome       text,
    CONSTRAINT audit_case_pk PRIMARY KEY (id),
    CONSTRAINT audit_case_verdict_known CHECK (verdict IN ('WAIT', 'CONFIRM', 'CANCEL', 'PAGE', 'SETTLED')),
    CONSTRAINT audit_case_closed_by_somebody
        CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL))
);

CREATE UNIQUE INDEX audit_case_one_open ON audit_case (xid) WHERE closed_at IS NULL;
CREATE INDEX audit_case_by_xid ON audit_case (xid, id);
CREATE INDEX audit_case_newest ON audit_case (first_seen_at DESC, id DESC);

-- What was done, by the auditor or a person; a row is never changed.
CREATE TABLE audit_action (
    id            bigint       GENERATED ALWAYS AS IDENTITY,
    case_id       bigint       NOT NULL,
    at            timestamptz  NOT NULL DEFAULT now(),
    -- auditor, or the id of a staff member.
    actor         text         NOT NULL,
    action        text         NOT NULL,
    rule          text         NOT NULL,
    reason        text         NOT NULL,
    found         text         NOT NULL,
    result        text         NOT NULL,
    CONSTRAINT audit_action_pk PRIMARY KEY (id),
    CONSTRAINT audit_action_of_case FOREIGN KEY (case_id) REFERENCES audit_case (id),
    CONSTRAINT audit_action_known CHECK (action IN ('CONFIRM', 'CANCEL', 'ACCEPT'))
);

CREATE INDEX audit_action_by_case ON audit_action (case_id, id);
