package io.microecommerce.order.purchase.remote;

import io.microecommerce.api.cart.CartFacade;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.order.purchase.Carts;
import io.microecommerce.service.rpc.Failures;
import java.util.List;
import org.apache.dubbo.rpc.RpcException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The carts of svc-cart. */
@Component
class DubboCarts implements Carts {

    private static final Logger log = LoggerFactory.getLogger(DubboCarts.class);

    private final CartFacade carts;

    DubboCarts(CartFacade carts) {
        this.carts = carts;
    }

    @Override
    public List<CartLine> lines(String customerId) {
        try {
            return carts.lines(customerId);
        } catch (RpcException unanswered) {
            log.warn("svc-cart does not answer: {}", unanswered.toString());
            throw Failures.unavailable("The cart");
        }
    }

    @Override
    public void take(String customerId, List<CartLine> ordered) {
        try {
            carts.take(customerId, ordered);
        } catch (RpcException | Refusal failure) {
            log.warn("{} ordered lines may have stayed in a cart: {}", ordered.size(), failure.toString());
        }
    }
}
