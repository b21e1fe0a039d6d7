package io.microecommerce.cart.line.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.cart.CartFacade;
import io.microecommerce.api.cart.CartItemView;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.cart.line.Carts;
import io.microecommerce.cart.line.PricedCarts;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;

/** Carts over Dubbo. */
@DubboService
public class DubboCartFacade implements CartFacade {

    private final PricedCarts pricedCarts;
    private final Carts carts;

    DubboCartFacade(PricedCarts pricedCarts, Carts carts) {
        this.pricedCarts = pricedCarts;
        this.carts = carts;
    }

    @Override
    public List<CartItemView> items(String customerId) throws Refusal {
        return pricedCarts.items(requireCustomer(customerId));
    }

    @Override
    public List<CartLine> lines(String customerId) throws Refusal {
        return carts.lines(requireCustomer(customerId));
    }

    @Override
    public CartItemView add(String customerId, CartLine line) throws Refusal {
        return pricedCarts.add(requireCustomer(customerId), line);
    }

    @Override
    public CartItemView change(String customerId, CartLine line) throws Refusal {
        return pricedCarts.change(requireCustomer(customerId), line);
    }

    @Override
    public void remove(String customerId, String skuId) throws Refusal {
        pricedCarts.remove(requireCustomer(customerId), Limits.requireId("sku_id", skuId));
    }

    @Override
    public void clear(String customerId) throws Refusal {
        carts.clear(requireCustomer(customerId));
    }

    @Override
    public void take(String customerId, List<CartLine> ordered) throws Refusal {
        if (ordered.size() > Limits.MAX_LINES) {
            throw Refusal.invalid("ordered", "must be at most " + Limits.MAX_LINES + " lines");
        }
        carts.take(requireCustomer(customerId), ordered);
    }

    private static String requireCustomer(String customerId) {
        return Limits.requireId("customer_id", customerId);
    }
}
