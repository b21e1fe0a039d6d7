package io.microecommerce.product.stock.tcc;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.product.stock.Returns;
import io.microecommerce.service.tcc.FencedTry;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stock in a refund's global transaction: Try SOLD to RETURNING, Confirm RETURNED and available again, Cancel back to SOLD. Only
 * goods that were not shipped take part; for shipped goods this branch is not called.
 */
@Component
@LocalTCC
public class ReturnTccParticipant {

    /** Unique among all services; branches that were registered under it outlive an upgrade. */
    public static final String ACTION = "refund-stock";

    static final String ORDER_ID = "orderId";

    private static final Logger log = LoggerFactory.getLogger(ReturnTccParticipant.class);

    private final Returns returns;

    ReturnTccParticipant(Returns returns) {
        this.returns = returns;
    }

    /**
     * @param paymentXid the transaction that has sold the pieces; Confirm and Cancel find them by their own
     * @throws Refusal as {@link io.microecommerce.api.product.StockReturnFacade#giveBack} documents; nothing is then held
     */
    @TwoPhaseBusinessAction(name = ACTION, commitMethod = "confirm", rollbackMethod = "cancel", useTCCFence = true)
    public void tryReturn(@BusinessActionContextParameter(ORDER_ID) String orderId, String paymentXid) {
        returns.hold(orderId, paymentXid, FencedTry.requireXid());
    }

    /** What this transaction holds can be bought again. */
    public boolean confirm(BusinessActionContext branch) {
        returns.takeBack(branch.getXid());
        log.info("Took back the stock of order {}, xid {}", branch.getActionContext(ORDER_ID), branch.getXid());
        return true;
    }

    /** What this transaction holds stays sold. */
    public boolean cancel(BusinessActionContext branch) {
        returns.leaveSold(branch.getXid());
        log.info("Left the stock of order {} sold, xid {}", branch.getActionContext(ORDER_ID), branch.getXid());
        return true;
    }
}
