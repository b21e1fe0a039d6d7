package io.microecommerce.product.stock;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.product.stock.StockReservation.Line;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Takes back what a payment has bought, by the outcome of its refund. Until that is known the pieces count as sold. The caller
 * opens the transaction.
 */
@Service
public class Returns {

    private final StockLedger ledger;

    Returns(StockLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * @throws Refusal {@code ORDER_REFUNDED}; {@code ORDER_HELD_BY_EARLIER_ATTEMPT} may succeed later
     * @throws IllegalStateException if the payment's transaction has sold nothing
     */
    public void hold(String orderId, String paymentXid, String refundXid) {
        if (ledger.markReturning(paymentXid, refundXid) > 0) {
            return;
        }
        if (ledger.returning(paymentXid)) {
            throw new Refusal(
                    ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT,
                    "An earlier attempt still holds the goods of order " + orderId
                            + "; the same key tries again once it has let go.");
        }
        if (ledger.returned(paymentXid)) {
            throw new Refusal(ErrorCode.ORDER_REFUNDED, "The goods of order " + orderId + " have come back already.");
        }
        throw new IllegalStateException("Nothing was sold by " + paymentXid);
    }

    /** @throws IllegalStateException if the transaction holds nothing */
    public void takeBack(String refundXid) {
        List<Line> held = ledger.markReturned(refundXid);
        if (held.isEmpty()) {
            throw new IllegalStateException("Nothing is held to be returned by " + refundXid);
        }
        // Last before the commit, as a Try takes them.
        held.forEach(ledger::giveBack);
    }

    /** @throws IllegalStateException if the transaction holds nothing */
    public void leaveSold(String refundXid) {
        if (ledger.markSoldAgain(refundXid) == 0) {
            throw new IllegalStateException("Nothing is held to stay sold by " + refundXid);
        }
    }
}
