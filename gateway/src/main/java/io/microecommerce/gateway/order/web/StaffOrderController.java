package io.microecommerce.gateway.order.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.ShipOrderCommand;
import io.microecommerce.api.order.StaffOrderFacade;
import io.microecommerce.gateway.rest.ListResponse;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's orders, for staff. */
@RestController
@RequestMapping("/api/v1")
class StaffOrderController {

    private final StaffOrderFacade orders;

    StaffOrderController(StaffOrderFacade orders) {
        this.orders = orders;
    }

    @GetMapping("/staff/order")
    ListResponse<OrderResponse> listOrdersOfAll(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(name = "customer_id", required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int size) {
        // An empty parameter is how a form says that nothing was chosen.
        String customer =
                customerId == null || customerId.isEmpty() ? null : Limits.requireId("customer_id", customerId);
        OrderPage page =
                orders.orders(customer, new OrderFilter(status, from, to), cursor, Limits.requirePageSize(size));
        return ListResponse.of(page.items(), OrderResponse::forStaff, page.next());
    }

    @GetMapping("/staff/order/{id}")
    OrderResponse showOrderOfAnybody(@PathVariable String id) {
        return OrderResponse.forStaff(orders.order(Limits.requireId("id", id)));
    }

    @PostMapping("/order/{id}/ship")
    OrderResponse shipOrder(Principal staff, @PathVariable String id, @RequestBody ShipRequest request) {
        return OrderResponse.forStaff(orders.ship(request.toCommand(id, staff.getName())));
    }

    @PostMapping("/order/{id}/complete")
    OrderResponse completeOrder(Principal staff, @PathVariable String id) {
        return OrderResponse.forStaff(orders.complete(Limits.requireId("id", id), staff.getName()));
    }

    record ShipRequest(@Nullable String carrier, @Nullable String trackingNumber) {

        ShipOrderCommand toCommand(String orderId, String staffId) {
            return new ShipOrderCommand(
                    Limits.requireId("id", orderId),
                    required("carrier", carrier),
                    required("tracking_number", trackingNumber),
                    staffId);
        }
    }
}
