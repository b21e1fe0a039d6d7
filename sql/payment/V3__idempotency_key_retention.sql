-- A payment's idempotency key is kept for a stated time after the payment has come to its end.

ALTER TABLE payment
    ALTER COLUMN idempotency_key DROP NOT NULL,
    -- Whoever repeats a key of a payment that is not at its end must find that payment, and no other.
    ADD CONSTRAINT payment_key_until_final CHECK (idempotency_key IS NOT NULL OR status IN ('PAID', 'REFUSED'));

-- What the purge of idempotency keys looks for.
CREATE INDEX payment_final_with_key ON payment (updated_at)
    WHERE idempotency_key IS NOT NULL AND status IN ('PAID', 'REFUSED');
