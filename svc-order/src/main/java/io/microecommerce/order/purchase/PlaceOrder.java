package io.microecommerce.order.purchase;

import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places an order: lines from the cart or of one SKU, titles and prices from the catalogue, the address that was chosen, one row
 * and its lines, and then the lines leave the cart (but for a crash just then, which leaves them there). Stock is not asked for:
 * the payment's Try decides about it.
 *
 * <p>The same key and request give the same order, however often and however much at once they come.
 */
public class PlaceOrder {

    private static final Logger log = LoggerFactory.getLogger(PlaceOrder.class);

    private final Orders orders;
    private final FillBasket baskets;
    private final Carts carts;
    private final Destinations destinations;
    private final PaymentTimers timers;
    private final Supplier<PaymentWindow> window;

    public PlaceOrder(
            Orders orders,
            FillBasket baskets,
            Carts carts,
            Destinations destinations,
            PaymentTimers timers,
            Supplier<PaymentWindow> window) {
        this.orders = orders;
        this.baskets = baskets;
        this.carts = carts;
        this.destinations = destinations;
        this.timers = timers;
        this.window = window;
    }

    /** @throws Refusal as {@link io.microecommerce.api.order.OrderFacade#createFromCart} documents */
    public Order fromCart(OrderFromCartCommand command) {
        String customerId = command.customerId();
        RequestKey request = RequestKey.of(command);
        // Asked first: the lines of an order that stands have left the cart.
        Optional<Order> standing = standing(customerId, request);
        if (standing.isPresent()) {
            return standing.get();
        }
        Basket basket;
        try {
            basket = baskets.fromCart(customerId, command.skuIds());
        } catch (Refusal refusal) {
            // The same request, running beside this one, may have placed the order and emptied the cart meanwhile.
            return standing(customerId, request).orElseThrow(() -> refusal);
        }
        Placed placed = place(customerId, request, basket, destinations.ofNewOrder(customerId, command.delivery()));
        if (placed.byThisCall()) {
            carts.take(
                    customerId,
                    basket.lines().stream()
                            .map(line -> new CartLine(line.skuId(), line.quantity()))
                            .toList());
        }
        return placed.order();
    }

    /** @throws Refusal as {@link io.microecommerce.api.order.OrderFacade#createFromProduct} documents */
    public Order fromProduct(OrderFromProductCommand command) {
        String customerId = command.customerId();
        RequestKey request = RequestKey.of(command);
        Optional<Order> standing = standing(customerId, request);
        if (standing.isPresent()) {
            return standing.get();
        }
        Basket basket = baskets.ofProduct(command.skuId(), command.quantity());
        return place(customerId, request, basket, destinations.ofNewOrder(customerId, command.delivery()))
                .order();
    }

    private record Placed(Order order, boolean byThisCall) {}

    private Placed place(String customerId, RequestKey request, Basket basket, Optional<PostalAddress> address) {
        OrderDraft draft =
                new OrderDraft(UUID.randomUUID().toString(), customerId, request, basket.lines(), address.orElse(null));
        PaymentWindow open = window.get();
        boolean added = orders.add(draft, basket.limits(), open);
        Order order = standing(customerId, request)
                .orElseThrow(() -> new IllegalStateException("Order " + draft.id() + " is gone again"));
        if (added) {
            log.info("Order {} placed, payable until {}", order.id(), order.payBy());
            timers.set(order.id(), open.length());
        }
        return new Placed(order, added);
    }

    private Optional<Order> standing(String customerId, RequestKey request) {
        Optional<Order> order = orders.findByKey(customerId, request.idempotencyKey());
        order.ifPresent(found -> found.requirePlacedBy(request));
        return order;
    }
}
