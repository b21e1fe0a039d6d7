package io.microecommerce.gateway.timeline.web;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.gateway.request.Caller;
import io.microecommerce.gateway.timeline.OrderTimelines;
import io.microecommerce.timeline.Timeline;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened to an order and its payments. */
@RestController
@RequestMapping("/api/v1/order")
class TimelineController {

    private final OrderFacade orders;
    private final OrderTimelines timelines;

    TimelineController(OrderFacade orders, OrderTimelines timelines) {
        this.orders = orders;
        this.timelines = timelines;
    }

    /** For the order's owner; and for staff, who may ask with svc-order down as well. */
    @GetMapping("/{id}/timeline")
    TimelineResponse showTimeline(Authentication caller, @PathVariable String id) {
        String orderId = Limits.requireId("id", id);
        boolean staff = Caller.isStaff(caller);
        if (!staff) {
            // Refuses what is not theirs.
            orders.order(caller.getName(), orderId);
        }
        Timeline timeline = timelines.of(orderId, staff);
        if (timeline.isUnknown()) {
            throw new Refusal(ErrorCode.ORDER_NOT_FOUND, "There is no such order.");
        }
        return TimelineResponse.of(timeline);
    }
}
