package io.microecommerce.order.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.order.OrderService;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long the same key gives the same order, on the real database. */
class ForgetKeysTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private final String customer = UUID.randomUUID().toString();
    private Orders orders;
    private PlaceOrder place;
    private PlacedOrders placed;
    private ForgetKeys forget;

    @BeforeEach
    void useCases() {
        orders = testbed.bean(Orders.class);
        place = new Neighbours().placeOrder(orders);
        placed = new PlacedOrders(testbed);
        forget = testbed.bean(ForgetKeys.class);
    }

    @Test
    void aKeyThatWasKeptLongEnoughPlacesANewOrder() {
        Order old = order("old");
        Order young = order("young");
        placed.closed(placed.placedBefore(old.id(), "31 days"));
        placed.closed(placed.placedBefore(young.id(), "29 days"));

        assertThat(forget.run()).isPositive();
        forget.run();

        assertThat(order("young").id()).isEqualTo(young.id());
        assertThat(order("old").id()).isNotEqualTo(old.id());
        assertThat(orders.find(old.id()).orElseThrow().requestHash()).isNull();
    }

    @Test
    void aKeyStaysWhileItsOrderCanStillBePaid() {
        Order open = order("open");
        placed.placedBefore(open.id(), "31 days");
        Order cancelled = order("cancelled");
        placed.placedBefore(cancelled.id(), "31 days");
        orders.cancel(cancelled.id());

        forget.run();

        assertThat(order("open").id()).isEqualTo(open.id());
        assertThat(order("cancelled").id()).isNotEqualTo(cancelled.id());
    }

    @Test
    void ordersWithoutAKeyLiveOn() {
        Order order = order("key");
        placed.closed(placed.placedBefore(order.id(), "31 days"));
        forget.run();

        assertThat(orders.expire(order.id())).isTrue();
        assertThat(orders.history(order.id())).hasSize(2);
    }

    @Test
    void doesNotStartWithKeysThatVanishWhileSomebodyRetries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForgetKeys(orders, Duration.ofMinutes(59)))
                .withMessageContaining("shop.idempotency.kept-for");
    }

    private Order order(String key) {
        return place.fromProduct(new OrderFromProductCommand(customer, "tee-red-m", 2, DeliveryChoice.PREFERRED, key));
    }
}
