package io.microecommerce.payment.audit;

import java.time.Instant;

/**
 * Something that was done about a case.
 *
 * @param actor {@code auditor}, or the id of a staff member
 * @param action CONFIRM, CANCEL or ACCEPT
 * @param found the branches before, in words
 * @param result the branches after, in words
 */
public record AuditAction(
        Instant at, String actor, String action, String rule, String reason, String found, String result) {}
