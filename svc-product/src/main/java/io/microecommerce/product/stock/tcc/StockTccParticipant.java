package io.microecommerce.product.stock.tcc;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.product.stock.Reservations;
import io.microecommerce.product.stock.StockReservation;
import io.microecommerce.service.tcc.FencedTry;
import java.util.List;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stock in a payment's global transaction. Seata's fence opens the transaction of each method, commits its row together with
 * ours, and lets neither a repeated nor a late delivery through.
 */
@Component
@LocalTCC
public class StockTccParticipant {

    /** Unique among all services; branches that were registered under it outlive an upgrade. */
    public static final String ACTION = "stock-reserve";

    static final String ORDER_ID = "orderId";

    private static final Logger log = LoggerFactory.getLogger(StockTccParticipant.class);

    private final Reservations reservations;

    StockTccParticipant(Reservations reservations) {
        this.reservations = reservations;
    }

    /**
     * Holds the pieces of every line.
     *
     * @param orderId travels to Confirm and Cancel in the branch's context; the lines do not, they are rows
     * @throws Refusal {@code INSUFFICIENT_STOCK}, {@code ORDER_HELD_BY_EARLIER_ATTEMPT}; nothing is then held
     */
    @TwoPhaseBusinessAction(name = ACTION, commitMethod = "confirm", rollbackMethod = "cancel", useTCCFence = true)
    public void tryReserve(
            @BusinessActionContextParameter(ORDER_ID) String orderId, List<ReserveStockCommand.Line> lines) {
        String xid = FencedTry.requireXid();
        reservations.hold(StockReservation.of(xid, orderId, lines));
    }

    /** What this transaction holds is sold. */
    public boolean confirm(BusinessActionContext branch) {
        reservations.sell(branch.getXid());
        log.info("Sold the stock of order {}, xid {}", branch.getActionContext(ORDER_ID), branch.getXid());
        return true;
    }

    /** What this transaction holds is available again. */
    public boolean cancel(BusinessActionContext branch) {
        reservations.release(branch.getXid());
        log.info("Released the stock of order {}, xid {}", branch.getActionContext(ORDER_ID), branch.getXid());
        return true;
    }
}
