package io.microecommerce.gateway.progress;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.order.StaffOrderFacade;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.gateway.timeline.Chapters;
import io.microecommerce.timeline.Chapter;
import io.microecommerce.timeline.Story;
import io.microecommerce.timeline.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks svc-order and svc-payment how far an order is. The order does not name its payments; the timeline does. */
@Component
public class OrderProgress {

    private final OrderFacade orders;
    private final StaffOrderFacade staffOrders;
    private final PaymentFacade payments;
    private final Chapters chapters;

    OrderProgress(OrderFacade orders, StaffOrderFacade staffOrders, PaymentFacade payments, Chapters chapters) {
        this.orders = orders;
        this.staffOrders = staffOrders;
        this.payments = payments;
        this.chapters = chapters;
    }

    /**
     * @param customerId whose order it must be; null for staff, who may ask for everybody's
     * @throws Refusal {@code ORDER_NOT_FOUND}, also for somebody else's; and what the services throw
     */
    public Progress of(String orderId, @Nullable String customerId) {
        OrderView order = customerId == null ? staffOrders.order(orderId) : orders.order(customerId, orderId);
        Story story = new Story(orderId, customerId == null);
        story.tell(chapters.read(Chapter.PAYMENT, story.question()));
        List<Timeline.Payment> accounts = story.timeline().payments();
        if (accounts.isEmpty()) {
            return new Progress(orderId, order.status(), null, List.of());
        }
        Timeline.Payment newest = accounts.get(accounts.size() - 1);
        return new Progress(
                orderId, order.status(), payments.payment(order.customerId(), newest.id()), newest.entries());
    }
}
