package io.microecommerce.gateway.order.web;

import static io.microecommerce.gateway.request.RequestFields.IDEMPOTENCY_KEY;
import static io.microecommerce.gateway.request.RequestFields.idempotencyKey;
import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.gateway.rest.ListResponse;
import io.microecommerce.gateway.rest.PostalAddressRequest;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The customer's orders. */
@RestController
@RequestMapping("/api/v1/order")
class OrderController {

    private final OrderFacade orders;

    OrderController(OrderFacade orders) {
        this.orders = orders;
    }

    @PostMapping("/cart")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderResponse> orderFromCart(
            Principal customer,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable FromCartRequest request) {
        FromCartRequest wish = request == null ? FromCartRequest.EVERYTHING : request;
        return created(orders.createFromCart(wish.toCommand(customer.getName(), idempotencyKey(key))));
    }

    @PostMapping("/product")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderResponse> orderFromProduct(
            Principal customer,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody FromProductRequest request) {
        return created(orders.createFromProduct(request.toCommand(customer.getName(), idempotencyKey(key))));
    }

    @GetMapping
    ListResponse<OrderResponse> listOrders(
            Principal customer,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int size) {
        OrderFilter filter = new OrderFilter(status, from, to);
        OrderPage page = orders.orders(customer.getName(), filter, cursor, Limits.requirePageSize(size));
        return ListResponse.of(page.items(), OrderResponse::of, page.next());
    }

    @GetMapping("/{id}")
    OrderResponse showOrder(Principal customer, @PathVariable String id) {
        return OrderResponse.of(orders.order(customer.getName(), Limits.requireId("id", id)));
    }

    @PostMapping("/{id}/cancel")
    OrderResponse cancelOrder(Principal customer, @PathVariable String id) {
        return OrderResponse.of(orders.cancel(customer.getName(), Limits.requireId("id", id)));
    }

    /** As long as it has not been shipped. */
    @PutMapping("/{id}/address")
    OrderResponse redirectOrder(Principal customer, @PathVariable String id, @RequestBody DeliveryRequest request) {
        return OrderResponse.of(
                orders.redirect(customer.getName(), Limits.requireId("id", id), request.toNamedChoice()));
    }

    private static ResponseEntity<OrderResponse> created(OrderView order) {
        return ResponseEntity.created(URI.create("/api/v1/order/" + order.id())).body(OrderResponse.of(order));
    }

    /**
     * @param skuIds the lines to order; left out for every valid line
     * @param addressId where it goes, see {@link DeliveryRequest}
     * @param address where it goes, see {@link DeliveryRequest}
     */
    record FromCartRequest(
            @Nullable List<@Nullable String> skuIds,
            @Nullable String addressId,
            @Nullable PostalAddressRequest address) {

        static final FromCartRequest EVERYTHING = new FromCartRequest(null, null, null);

        OrderFromCartCommand toCommand(String customerId, String key) {
            List<String> chosen = skuIds == null
                    ? List.of()
                    : skuIds.stream().map(skuId -> required("sku_ids", skuId)).toList();
            return new OrderFromCartCommand(
                    customerId, chosen, new DeliveryRequest(addressId, address).toChoice(), key);
        }
    }

    /**
     * @param addressId where it goes, see {@link DeliveryRequest}
     * @param address where it goes, see {@link DeliveryRequest}
     */
    record FromProductRequest(
            @Nullable String skuId,
            @Nullable Integer quantity,
            @Nullable String addressId,
            @Nullable PostalAddressRequest address) {

        OrderFromProductCommand toCommand(String customerId, String key) {
            return new OrderFromProductCommand(
                    customerId,
                    required("sku_id", skuId),
                    required("quantity", quantity),
                    new DeliveryRequest(addressId, address).toChoice(),
                    key);
        }
    }
}
