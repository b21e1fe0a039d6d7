-- Messages that a consumer of this service has failed on for the last time, until the staff have dealt with each. What the broker
-- keeps of them it deletes after some days; what stands here stays.

CREATE TABLE dead_letter (
    id             varchar(64)  NOT NULL,
    -- Whose effect is missing.
    consumer_group varchar(255) NOT NULL,
    -- The broker's identity of the message. A repeated delivery of the letter finds its row.
    message_id     varchar(255) NOT NULL,
    -- Where the message was sent to before it died.
    topic          varchar(255) NOT NULL,
    tag            varchar(255),
    keys           varchar(1024),
    -- The first 256 KiB. A longer one is not redriven.
    body           bytea        NOT NULL,
    -- Length of the whole body.
    body_bytes     integer      NOT NULL,
    -- How often the consumer was called with it.
    deliveries     integer      NOT NULL,
    -- When it was sent, by the sender's clock.
    born_at        timestamptz  NOT NULL,
    arrived_at     timestamptz  NOT NULL DEFAULT now(),
    -- What the consumer threw last, where the process that stored the letter knew it; then what the last redrive threw.
    last_error     varchar(2000),
    state          varchar(16)  NOT NULL DEFAULT 'OPEN',
    -- Redrives that were tried, the successful one among them.
    redrives       integer      NOT NULL DEFAULT 0,
    resolved_at    timestamptz,
    -- The member of the staff.
    resolved_by    varchar(64),
    reason         varchar(500),
    CONSTRAINT dead_letter_pk PRIMARY KEY (id),
    CONSTRAINT dead_letter_once UNIQUE (consumer_group, message_id),
    CONSTRAINT dead_letter_state_known CHECK (state IN ('OPEN', 'REDRIVEN', 'DISCARDED')),
    CONSTRAINT dead_letter_body_bounded CHECK (octet_length(body) <= 262144 AND octet_length(body) <= body_bytes),
    CONSTRAINT dead_letter_resolved_by_somebody
        CHECK ((state = 'OPEN') = (resolved_at IS NULL) AND (resolved_at IS NULL) = (resolved_by IS NULL)),
    CONSTRAINT dead_letter_discarded_for_a_reason CHECK (state <> 'DISCARDED' OR reason IS NOT NULL)
);

-- The staff's list, the newest first.
CREATE INDEX dead_letter_newest ON dead_letter (arrived_at DESC, id DESC);

-- What is counted for the metric: few rows, or somebody has been told.
CREATE INDEX dead_letter_open ON dead_letter (consumer_group) WHERE state = 'OPEN';

-- Who did what with a letter; rows are never changed.
CREATE TABLE dead_letter_action (
    id        bigint       GENERATED ALWAYS AS IDENTITY,
    letter_id varchar(64)  NOT NULL,
    action    varchar(16)  NOT NULL,
    -- FAILED: the redrive changed nothing, and the letter is as open as before.
    outcome   varchar(16)  NOT NULL,
    staff_id  varchar(64)  NOT NULL,
    reason    varchar(500),
    error     varchar(2000),
    at        timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT dead_letter_action_pk PRIMARY KEY (id),
    CONSTRAINT dead_letter_action_of_letter FOREIGN KEY (letter_id) REFERENCES dead_letter (id),
    CONSTRAINT dead_letter_action_known
        CHECK ((action = 'REDRIVE' AND outcome IN ('DONE', 'FAILED')) OR (action = 'DISCARD' AND outcome = 'DONE')),
    CONSTRAINT dead_letter_action_error_when_failed CHECK ((outcome = 'FAILED') = (error IS NOT NULL))
);

CREATE INDEX dead_letter_action_by_letter ON dead_letter_action (letter_id, id);
