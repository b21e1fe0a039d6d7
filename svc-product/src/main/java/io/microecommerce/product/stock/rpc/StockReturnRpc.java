package io.microecommerce.product.stock.rpc;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ReturnStockCommand;
import io.microecommerce.api.product.StockReturnFacade;
import io.microecommerce.product.stock.tcc.ReturnTccParticipant;
import org.apache.dubbo.config.annotation.DubboService;

/** Hands the Try to the participant, through Seata's proxy. */
@DubboService
class StockReturnRpc implements StockReturnFacade {

    private final ReturnTccParticipant participant;

    StockReturnRpc(ReturnTccParticipant participant) {
        this.participant = participant;
    }

    @Override
    public void giveBack(ReturnStockCommand command) throws Refusal {
        participant.tryReturn(command.orderId(), command.paymentXid());
    }
}
