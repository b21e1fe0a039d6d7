package io.microecommerce.payment.refund;

import java.time.Instant;

/**
 * A refund as the global transaction of its newest attempt left it.
 *
 * @param since when its row last changed
 */
public record HeldRefund(Refund refund, String xid, Instant since) {}
