package io.microecommerce.product.stock.rpc;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.api.product.StockFacade;
import io.microecommerce.product.stock.tcc.StockTccParticipant;
import org.apache.dubbo.config.annotation.DubboService;

/** Hands the Try to the participant, through Seata's proxy. */
@DubboService
public class StockRpc implements StockFacade {

    private final StockTccParticipant participant;

    StockRpc(StockTccParticipant participant) {
        this.participant = participant;
    }

    @Override
    public void reserve(ReserveStockCommand command) throws Refusal {
        participant.tryReserve(command.orderId(), command.lines());
    }
}
