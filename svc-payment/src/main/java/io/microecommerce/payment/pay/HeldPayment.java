package io.microecommerce.payment.pay;

import io.microecommerce.api.money.Money;
import java.time.Instant;

/**
 * A payment as the global transaction of its newest attempt left it.
 *
 * @param since when its row last changed
 */
public record HeldPayment(
        String paymentId, String orderId, String xid, PaymentStatus status, int attempt, Money amount, Instant since) {}
