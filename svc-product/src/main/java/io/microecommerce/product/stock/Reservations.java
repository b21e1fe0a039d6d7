package io.microecommerce.product.stock;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.product.stock.StockReservation.Line;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reserves pieces for a payment, and settles the reservation by its outcome. The caller opens the transaction. */
@Service
public class Reservations {

    private final StockLedger ledger;

    Reservations(StockLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Holds every line, or none once the transaction has rolled back.
     *
     * @throws Refusal {@code INSUFFICIENT_STOCK}, naming the SKU; {@code ORDER_HELD_BY_EARLIER_ATTEMPT} may succeed later
     */
    public void hold(StockReservation reservation) {
        ledger.recordHeld(reservation);
        // Last before the commit: a SKU that everybody wants is locked for as short a time as can be.
        for (Line line : reservation.lines()) {
            if (!ledger.take(line)) {
                throw refusal(reservation, line);
            }
        }
    }

    /** @throws IllegalStateException if the transaction holds nothing */
    public void sell(String xid) {
        if (ledger.markSold(xid) == 0) {
            throw new IllegalStateException("Nothing is held to be sold by " + xid);
        }
    }

    /** @throws IllegalStateException if the transaction holds nothing */
    public void release(String xid) {
        List<Line> held = ledger.markReleased(xid);
        if (held.isEmpty()) {
            throw new IllegalStateException("Nothing is held to be released by " + xid);
        }
        held.forEach(ledger::giveBack);
    }

    private Refusal refusal(StockReservation reservation, Line line) {
        if (ledger.heldByEarlierAttempt(reservation, line)) {
            return new Refusal(
                    ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT,
                    "An earlier attempt still holds SKU " + line.skuId()
                            + " for this order; the same key tries again once it has let go.");
        }
        // Also a SKU of which nothing was ever received: whether it exists is the catalogue's to say, which a Try
        // cannot ask.
        return new Refusal(
                ErrorCode.INSUFFICIENT_STOCK,
                "Fewer than " + line.quantity() + " pieces of SKU " + line.skuId() + " are left; order fewer.");
    }
}
