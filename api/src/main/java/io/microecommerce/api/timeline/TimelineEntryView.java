package io.microecommerce.api.timeline;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param at by the clock of the database that remembers it
 * @param source the service that remembers it
 * @param kind what happened, for programs; a later version may know more kinds
 * @param paymentId whose payment it is part of; null where the service knows the transaction only, or where it is the order's
 * @param attempt the payment's run of the protocol, from 1; null where the service does not know it
 * @param xid the global transaction; null where it has nothing to do with one
 * @param traceId the request or message that was being worked on; null where it is not known
 * @param seq in the payment's or the order's own account, from 1; 0 for what stands in no such account
 * @param status of the payment from here on; null where it stayed, or where it is not the payment that moved
 * @param text what happened, for people
 */
public record TimelineEntryView(
        Instant at,
        String source,
        String kind,
        @Nullable String paymentId,
        @Nullable Integer attempt,
        @Nullable String xid,
        @Nullable String traceId,
        int seq,
        @Nullable String status,
        String text)
        implements Serializable {}
