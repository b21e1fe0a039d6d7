package io.microecommerce.payment.pay.remote;

import io.microecommerce.api.TryPhase;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.api.product.StockFacade;
import io.microecommerce.payment.pay.PayAttempt;
import io.microecommerce.payment.pay.StockBranch;
import org.apache.dubbo.config.annotation.DubboReference;
import org.springframework.stereotype.Component;

@Component
class DubboStockBranch implements StockBranch {

    @DubboReference(timeout = TryPhase.CALL_MILLIS, retries = 0)
    private StockFacade stock;

    @Override
    public void reserve(PayAttempt attempt) {
        stock.reserve(new ReserveStockCommand(
                attempt.payment().orderId(), attempt.order().lines()));
    }
}
