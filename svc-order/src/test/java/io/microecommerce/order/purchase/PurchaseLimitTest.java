package io.microecommerce.order.purchase;

import static io.microecommerce.order.purchase.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.OrderService;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How much of a SKU one customer may have, on the real database. */
class PurchaseLimitTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private final String customer = UUID.randomUUID().toString();
    private final Neighbours neighbours = new Neighbours();
    private Orders orders;
    private PlaceOrder place;

    @BeforeEach
    void useCases() {
        orders = testbed.bean(Orders.class);
        place = neighbours.placeOrder(orders);
        neighbours.catalog.limit(Examples.tees(), 3);
    }

    @Test
    void takesWhatIsLeftAndNoMoreAndSaysHowMuchThatIs() {
        order(customer, 2);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> order(customer, 2));
        assertThat(refusal.code()).isEqualTo(ErrorCode.SKU_LIMIT_REACHED);
        assertThat(refusal.detail()).contains("may have 3 pieces", "tee-red-m", "1 are left");
        order(customer, 1);
        assertRefused(ErrorCode.SKU_LIMIT_REACHED, () -> order(customer, 1));
        assertThat(orders.newest(customer, OrderFilter.ALL, null, 10)).hasSize(2);
    }

    @Test
    void limitsASingleOrderAndEachCustomerApart() {
        assertRefused(ErrorCode.SKU_LIMIT_REACHED, () -> order(customer, 4));
        order(customer, 3);
        order(UUID.randomUUID().toString(), 3);
    }

    @Test
    void countsEveryOrderThatStandsAndNoCancelledOne() {
        Order paid = order(customer, 1);
        orders.hold(paid.id(), new Order.Hold("xid-1", "payment-1"), customer, paid.total());
        assertRefused(ErrorCode.SKU_LIMIT_REACHED, () -> order(customer, 3));
        orders.confirm(paid.id(), "xid-1");
        assertRefused(ErrorCode.SKU_LIMIT_REACHED, () -> order(customer, 3));
        neighbours.addresses.byId.put("home", Examples.shanghai());
        orders.redirect(paid.id(), customer, Examples.shanghai());
        orders.ship(paid.id(), "SF Express", "SF-1", "staff-1");
        assertRefused(ErrorCode.SKU_LIMIT_REACHED, () -> order(customer, 3));
        orders.complete(paid.id(), "staff-1");
        assertThat(orders.find(paid.id()).orElseThrow().status()).isEqualTo(OrderStatus.COMPLETED);
        assertRefused(ErrorCode.SKU_LIMIT_REACHED, () -> order(customer, 3));

        Order byCustomer = order(customer, 2);
        assertRefused(ErrorCode.SKU_LIMIT_REACHED, () -> order(customer, 1));
        orders.cancel(byCustomer.id());
        Order byTimer = order(customer, 2);
        new PlacedOrders(testbed).closed(byTimer.id());
        orders.expire(byTimer.id());
        order(customer, 2);
    }

    @Test
    void countsWhatWasOrderedBeforeThereWasALimitAndForgetsALimitThatIsLifted() {
        neighbours.catalog.limit(Examples.tees(), null);
        order(customer, 5);

        neighbours.catalog.limit(Examples.tees(), 5);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> order(customer, 1));
        assertThat(refusal.detail()).contains("0 are left");

        neighbours.catalog.limit(Examples.tees(), 3);
        refusal = catchThrowableOfType(Refusal.class, () -> order(customer, 1));
        assertThat(refusal.detail()).contains("0 are left");

        neighbours.catalog.limit(Examples.tees(), null);
        order(customer, 5);
    }

    @Test
    void isExactWhenManyOrdersComeAtOnce() {
        List<Runnable> requests = new ArrayList<>(Collections.nCopies(20, () -> order(customer, 1)));

        List<Optional<Throwable>> ends = testbed.together(requests);

        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(3);
        assertThat(ends.stream().flatMap(Optional::stream))
                .allSatisfy(end -> assertThat(Refusals.codeOf(end)).isEqualTo(ErrorCode.SKU_LIMIT_REACHED));
        assertThat(orders.newest(customer, OrderFilter.ALL, null, 100)).hasSize(3);
    }

    @Test
    void givesTheSameOrderForTheSameKeyThoughItsPiecesReachTheLimit() {
        List<String> placed = Collections.synchronizedList(new ArrayList<>());
        Runnable request = () ->
                placed.add(place.fromProduct(command(customer, 3, "key-1")).id());

        assertThat(testbed.together(Collections.nCopies(20, request))).allMatch(Optional::isEmpty);

        assertThat(placed).hasSize(20).containsOnly(placed.get(0));
        assertThat(orders.newest(customer, OrderFilter.ALL, null, 100)).hasSize(1);
    }

    @Test
    void refusesTheWholeCartForOneLine() {
        neighbours.carts.put(customer, "tee-red-m", 4);
        neighbours.carts.put(customer, "lamp-last-one", 1);
        OrderFromCartCommand wholeCart =
                new OrderFromCartCommand(customer, List.of(), DeliveryChoice.PREFERRED, "key-1");

        assertRefused(ErrorCode.SKU_LIMIT_REACHED, () -> place.fromCart(wholeCart));
        assertThat(neighbours.carts.lines(customer)).hasSize(2);

        neighbours.carts.put(customer, "tee-red-m", 3);
        assertThat(place.fromCart(wholeCart).lines()).hasSize(2);
    }

    private Order order(String customerId, int quantity) {
        return place.fromProduct(command(customerId, quantity, UUID.randomUUID().toString()));
    }

    private static OrderFromProductCommand command(String customerId, int quantity, String key) {
        return new OrderFromProductCommand(customerId, "tee-red-m", quantity, DeliveryChoice.PREFERRED, key);
    }
}
