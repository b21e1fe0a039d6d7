package io.microecommerce.order.purchase;

import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.api.product.SkuView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places an order: lines from the cart or of one SKU, titles and prices from the catalogue, one row and its lines, and then the
 * lines leave the cart (but for a crash just then, which leaves them there). Stock is not asked for: the payment's Try decides about it.
 *
 * <p>The same key and request give the same order, however often and however much at once they come.
 */
public class PlaceOrder {

    private static final Logger log = LoggerFactory.getLogger(PlaceOrder.class);

    private final Orders orders;
    private final Carts carts;
    private final Catalog catalog;
    private final PaymentTimers timers;
    private final Supplier<PaymentWindow> window;

    public PlaceOrder(
            Orders orders, Carts carts, Catalog catalog, PaymentTimers timers, Supplier<PaymentWindow> window) {
        this.orders = orders;
        this.carts = carts;
        this.catalog = catalog;
        this.timers = timers;
        this.window = window;
    }

    /** @throws Refusal as {@link io.microecommerce.api.order.OrderFacade#createFromCart} documents */
    public Order fromCart(OrderFromCartCommand command) {
        RequestKey request = RequestKey.of(command);
        // Asked first: the lines of an order that stands have left the cart.
        Optional<Order> standing = standing(command.customerId(), request);
        if (standing.isPresent()) {
            return standing.get();
        }
        List<OrderLine> lines;
        try {
            lines = fromCart(command.customerId(), command.skuIds());
        } catch (Refusal refusal) {
            // The same request, running beside this one, may have placed the order and emptied the cart meanwhile.
            return standing(command.customerId(), request).orElseThrow(() -> refusal);
        }
        Placed placed = place(command.customerId(), request, lines);
        if (placed.byThisCall()) {
            carts.take(
                    command.customerId(),
                    lines.stream()
                            .map(line -> new CartLine(line.skuId(), line.quantity()))
                            .toList());
        }
        return placed.order();
    }

    /** @throws Refusal as {@link io.microecommerce.api.order.OrderFacade#createFromProduct} documents */
    public Order fromProduct(OrderFromProductCommand command) {
        RequestKey request = RequestKey.of(command);
        Optional<Order> standing = standing(command.customerId(), request);
        if (standing.isPresent()) {
            return standing.get();
        }
        SkuView sku = catalog.skus(List.of(command.skuId())).get(command.skuId());
        if (sku == null) {
            throw new Refusal(ErrorCode.SKU_NOT_FOUND, "There is no SKU " + command.skuId() + ".");
        }
        if (!sku.forSale()) {
            throw notForSale(sku.id());
        }
        return place(command.customerId(), request, List.of(OrderLine.of(sku, command.quantity())))
                .order();
    }

    private record Placed(Order order, boolean byThisCall) {}

    private Placed place(String customerId, RequestKey request, List<OrderLine> lines) {
        OrderDraft draft = new OrderDraft(UUID.randomUUID().toString(), customerId, request, lines);
        PaymentWindow open = window.get();
        boolean added = orders.add(draft, open);
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

    private List<OrderLine> fromCart(String customerId, List<String> skuIds) {
        Map<String, CartLine> cart = new LinkedHashMap<>();
        carts.lines(customerId).forEach(line -> cart.put(line.skuId(), line));
        return skuIds.isEmpty() ? allValid(cart) : named(cart, skuIds);
    }

    /** What is not for sale stays in the cart, where the customer sees it as invalid. */
    private List<OrderLine> allValid(Map<String, CartLine> cart) {
        if (cart.isEmpty()) {
            throw new Refusal(ErrorCode.CART_EMPTY, "The cart is empty; add something first.");
        }
        Map<String, SkuView> skus = catalog.skus(cart.keySet());
        List<OrderLine> lines = new ArrayList<>();
        for (CartLine line : cart.values()) {
            SkuView sku = skus.get(line.skuId());
            if (sku != null && sku.forSale()) {
                lines.add(OrderLine.of(sku, line.quantity()));
            }
        }
        if (lines.isEmpty()) {
            throw new Refusal(ErrorCode.CART_EMPTY, "Nothing in the cart is for sale any more; add something first.");
        }
        return lines;
    }

    private List<OrderLine> named(Map<String, CartLine> cart, List<String> skuIds) {
        Map<String, CartLine> wanted = new LinkedHashMap<>();
        for (String skuId : skuIds) {
            CartLine line = cart.get(skuId);
            if (line == null) {
                throw new Refusal(ErrorCode.CART_ITEM_NOT_FOUND, "SKU " + skuId + " is not in the cart.");
            }
            wanted.put(skuId, line);
        }
        Map<String, SkuView> skus = catalog.skus(wanted.keySet());
        List<OrderLine> lines = new ArrayList<>();
        for (CartLine line : wanted.values()) {
            SkuView sku = skus.get(line.skuId());
            if (sku == null || !sku.forSale()) {
                throw notForSale(line.skuId());
            }
            lines.add(OrderLine.of(sku, line.quantity()));
        }
        return lines;
    }

    private static Refusal notForSale(String skuId) {
        return new Refusal(ErrorCode.SKU_NOT_FOR_SALE, "SKU " + skuId + " is not for sale; leave it out.");
    }
}
