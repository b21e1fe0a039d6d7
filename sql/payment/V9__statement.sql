-- The provider's daily statements, and where our rows differ from them.

-- One row a day, from the day that was yesterday when it began: a day that was missed stands here until it is compared.
CREATE TABLE provider_statement (
    -- The provider's day, from midnight to midnight in Beijing.
    day         date        NOT NULL,
    -- When it was fetched and compared with our rows; NULL before that.
    compared_at timestamptz,
    -- How many captures and refunds it names.
    lines       integer     NOT NULL DEFAULT 0,
    attempts    integer     NOT NULL DEFAULT 0,
    -- NULL once it is compared.
    next_try_at timestamptz DEFAULT now(),
    last_error  text,
    CONSTRAINT provider_statement_pk PRIMARY KEY (day),
    CONSTRAINT provider_statement_tried_until_compared CHECK ((compared_at IS NULL) = (next_try_at IS NOT NULL)),
    CONSTRAINT provider_statement_lines_once_compared CHECK (lines >= 0 AND (lines = 0 OR compared_at IS NOT NULL))
);

CREATE INDEX provider_statement_to_try ON provider_statement (next_try_at) WHERE next_try_at IS NOT NULL;

-- What a statement says; a row is never changed. What a later statement says of the same subject explains what an earlier one lacked.
CREATE TABLE provider_statement_line (
    day          date    NOT NULL,
    -- From 1, in the provider's order.
    line         integer NOT NULL,
    kind         text    NOT NULL,
    -- Of a capture the out_trade_no, of a refund the out_refund_no.
    subject      text    NOT NULL,
    -- The provider's id of it.
    provider_id  text    NOT NULL,
    amount_minor bigint  NOT NULL,
    currency     text    NOT NULL,
    -- How far a refund was when the statement was made.
    state        text    NOT NULL,
    CONSTRAINT provider_statement_line_pk PRIMARY KEY (day, line),
    CONSTRAINT provider_statement_line_of_statement FOREIGN KEY (day) REFERENCES provider_statement (day),
    CONSTRAINT provider_statement_line_state_of_its_kind CHECK (
        CASE kind WHEN 'CAPTURE' THEN state = 'DONE'
                  WHEN 'REFUND' THEN state IN ('PROCESSING', 'DONE', 'ABNORMAL', 'FAILED')
                  ELSE false END)
);

CREATE INDEX provider_statement_line_by_subject ON provider_statement_line (subject, kind);

-- Each difference once. Open until our rows and the statements agree, or a person says why they need not.
CREATE TABLE statement_difference (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    day         date        NOT NULL,
    kind        text        NOT NULL,
    subject     text        NOT NULL,
    -- What each said at the newest look, in words.
    there       text        NOT NULL,
    here        text        NOT NULL,
    found_at    timestamptz NOT NULL DEFAULT now(),
    looked_at   timestamptz,
    -- Since when it waits for a person.
    paged_at    timestamptz,
    resolved_at timestamptz,
    -- reconciler, or the id of a staff member.
    resolved_by text,
    reason      text,
    CONSTRAINT statement_difference_pk PRIMARY KEY (id),
    CONSTRAINT statement_difference_once UNIQUE (day, kind, subject),
    CONSTRAINT statement_difference_of_statement FOREIGN KEY (day) REFERENCES provider_statement (day),
    CONSTRAINT statement_difference_kind_known CHECK (kind IN (
        'MISSING_HERE', 'MISSING_THERE', 'AMOUNT_DIFFERS', 'STATE_DIFFERS', 'TRANSACTION_DIFFERS',
        'REFUND_MISSING_HERE', 'REFUND_MISSING_THERE', 'REFUND_AMOUNT_DIFFERS', 'REFUND_STATE_DIFFERS')),
    CONSTRAINT statement_difference_resolved_by_somebody_for_a_reason CHECK (
        (resolved_at IS NULL) = (resolved_by IS NULL) AND (resolved_at IS NULL) = (reason IS NULL))
);

CREATE INDEX statement_difference_open ON statement_difference (looked_at NULLS FIRST, id) WHERE resolved_at IS NULL;

-- What of ours belongs to a day.
CREATE INDEX charge_by_capture ON charge (captured_at) WHERE captured_at IS NOT NULL;
CREATE INDEX provider_refund_by_queueing ON provider_refund (queued_at);
