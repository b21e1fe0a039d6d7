-- What the timeline tells of an event: each delivery, the first one with its effect, further ones without.

ALTER TABLE inbox
    ADD COLUMN deliveries        integer     NOT NULL DEFAULT 1,
    ADD COLUMN last_delivered_at timestamptz NOT NULL DEFAULT now(),
    ADD CONSTRAINT inbox_delivered CHECK (deliveries > 0);

UPDATE inbox SET last_delivered_at = applied_at;
