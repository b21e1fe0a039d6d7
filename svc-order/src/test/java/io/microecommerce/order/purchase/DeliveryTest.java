package io.microecommerce.order.purchase;

import static io.microecommerce.order.purchase.Examples.BOB;
import static io.microecommerce.order.purchase.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.order.OrderService;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where orders go: on the real database, with an address book in memory. */
@ExtendWith(OutputCaptureExtension.class)
class DeliveryTest {

    private static final DeliveryChoice HOME = new DeliveryChoice("home", null);

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private final String customer = UUID.randomUUID().toString();
    private final Neighbours neighbours = new Neighbours();
    private final Neighbours.AddressBook book = neighbours.addresses;
    private Orders orders;
    private PlaceOrder place;
    private PlacedOrders placed;
    private RedirectOrder redirect;

    @BeforeEach
    void useCases() {
        orders = testbed.bean(Orders.class);
        place = neighbours.placeOrder(orders);
        placed = new PlacedOrders(testbed);
        redirect = new RedirectOrder(orders, new Destinations(book));
    }

    // ---- placing ---------------------------------------------------------------------------------------------------

    @Test
    void goesToTheAddressThatTheRequestGives() {
        Order order = place("key-1", inline(Examples.berlin()));

        assertThat(order.shippingAddress()).isEqualTo(Examples.berlin());
    }

    @Test
    void goesToTheChosenAddressOfTheBook() {
        book.byId.put("work", Examples.berlin());
        book.byId.put("home", Examples.shanghai());

        assertThat(place("key-1", HOME).shippingAddress()).isEqualTo(Examples.shanghai());
        assertRefused(ErrorCode.ADDRESS_NOT_FOUND, () -> place("key-2", new DeliveryChoice("nowhere", null)));
        assertThat(orders.newest(customer, OrderFilter.ALL, null, 10)).hasSize(1);
    }

    @Test
    void goesToThePreferredAddressWhenNoneIsChosenAndNowhereWithoutOne() {
        assertThat(place("key-1", DeliveryChoice.PREFERRED).shippingAddress()).isNull();

        book.byId.put("work", Examples.berlin());
        assertThat(place("key-2", DeliveryChoice.PREFERRED).shippingAddress()).isEqualTo(Examples.berlin());
        assertThat(place("key-3", null).shippingAddress()).isEqualTo(Examples.berlin());
    }

    @Test
    void keepsTheAddressItWasPlacedWith() {
        book.byId.put("home", Examples.shanghai());
        Order order = place("key-1", HOME);

        book.byId.put("home", Examples.berlin());

        assertThat(orders.find(order.id()).orElseThrow().shippingAddress()).isEqualTo(Examples.shanghai());
    }

    @Test
    void isPlacedWithoutAnAddressWhenNoneIsChosenAndTheBookDoesNotAnswer(CapturedOutput output) {
        book.byId.put("work", Examples.berlin());
        book.answers = false;

        assertThat(place("key-1", DeliveryChoice.PREFERRED).shippingAddress()).isNull();
        assertThat(output).contains("WARN", "placed without an address");
        assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> place("key-2", HOME));
        assertThat(place("key-3", inline(Examples.berlin())).shippingAddress()).isEqualTo(Examples.berlin());
    }

    @Test
    void isPlacedWhenSvcCustomerIsAway() {
        Neighbours others = new Neighbours();
        PlaceOrder besideAService = new PlaceOrder(
                orders,
                new FillBasket(others.carts, others.catalog),
                others.carts,
                // The real one; nobody listens where it asks.
                new Destinations(testbed.bean(AddressBook.class)),
                others.timers,
                () -> new PaymentWindow(Neighbours.WINDOW));

        assertThat(besideAService
                        .fromProduct(new OrderFromProductCommand(
                                customer, "tee-red-m", 2, DeliveryChoice.PREFERRED, "key-1"))
                        .shippingAddress())
                .isNull();
        assertRefused(
                ErrorCode.SERVICE_UNAVAILABLE,
                () -> besideAService.fromProduct(new OrderFromProductCommand(customer, "tee-red-m", 2, HOME, "key-2")));
    }

    @Test
    void leavesTheCartAsItIsWhenTheAddressIsRefused() {
        neighbours.carts.put(customer, "tee-red-m", 2);

        assertRefused(
                ErrorCode.ADDRESS_NOT_FOUND,
                () -> place.fromCart(new OrderFromCartCommand(customer, List.of(), HOME, "key-1")));

        assertThat(neighbours.carts.lines(customer)).hasSize(1);
        book.byId.put("home", Examples.shanghai());
        assertThat(place.fromCart(new OrderFromCartCommand(customer, List.of(), HOME, "key-1"))
                        .shippingAddress())
                .isEqualTo(Examples.shanghai());
        assertThat(neighbours.carts.lines(customer)).isEmpty();
    }

    @Test
    void theSameKeyIsTheSameOrderForTheSameChoiceOnly() {
        book.byId.put("home", Examples.shanghai());
        Order order = place("key-1", HOME);

        book.byId.put("home", Examples.berlin());
        assertThat(place("key-1", HOME)).isEqualTo(order);
        book.byId.clear();
        book.answers = false;
        assertThat(place("key-1", HOME)).isEqualTo(order);
        assertRefused(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> place("key-1", DeliveryChoice.PREFERRED));
        assertRefused(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> place("key-1", inline(Examples.shanghai())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 Street\0", "1 Street\nsecond line", "1 Street \ud800"})
    void refusesAnAddressThatCannotBeKept(String street) {
        PostalAddress address = new PostalAddress("Alice", "+86 1", "CN", null, "Shanghai", street, null);

        assertRefused(ErrorCode.INVALID_FIELD, () -> place("key-1", inline(address)));
    }

    // ---- redirecting -----------------------------------------------------------------------------------------------

    @Test
    void isRedirectedUntilItIsShipped() {
        for (String orderId : List.of(placed.pending(customer), placed.paying(customer), placed.paid(customer))) {
            List<StatusChange> history = orders.history(orderId);

            Order redirected = redirect.redirect(customer, orderId, inline(Examples.berlin()));

            assertThat(redirected.shippingAddress()).isEqualTo(Examples.berlin());
            assertThat(orders.history(orderId)).isEqualTo(history);
        }
        assertRefused(
                ErrorCode.ORDER_ALREADY_SHIPPED,
                () -> redirect.redirect(customer, placed.shipped(customer), inline(Examples.berlin())));
        assertRefused(
                ErrorCode.ORDER_ALREADY_SHIPPED,
                () -> redirect.redirect(customer, placed.completed(customer), inline(Examples.berlin())));
        assertRefused(
                ErrorCode.ORDER_CANCELLED,
                () -> redirect.redirect(customer, placed.cancelled(customer), inline(Examples.berlin())));
    }

    @Test
    void keepsItsAddressWhenItIsShippedBetweenTheLookAndTheStatement() {
        for (String orderId :
                List.of(placed.shipped(customer), placed.completed(customer), placed.cancelled(customer))) {
            assertThat(orders.redirect(orderId, customer, Examples.berlin())).isFalse();
            assertThat(orders.find(orderId).orElseThrow().shippingAddress()).isEqualTo(Examples.shanghai());
        }
    }

    @Test
    void isRedirectedByItsCustomerAlone() {
        String orderId = placed.paid(customer);

        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> redirect.redirect(BOB, orderId, inline(Examples.berlin())));
        assertRefused(
                ErrorCode.ORDER_NOT_FOUND,
                () -> redirect.redirect(customer, "no-such-order", inline(Examples.berlin())));
        assertThat(orders.redirect(orderId, BOB, Examples.berlin())).isFalse();
        assertThat(orders.find(orderId).orElseThrow().shippingAddress()).isEqualTo(Examples.shanghai());
    }

    @Test
    void isRedirectedToAnAddressOfTheBookIfItHasOne() {
        String orderId = placed.pending(customer);
        assertRefused(
                ErrorCode.ADDRESS_NOT_FOUND, () -> redirect.redirect(customer, orderId, DeliveryChoice.PREFERRED));
        assertRefused(ErrorCode.ADDRESS_NOT_FOUND, () -> redirect.redirect(customer, orderId, HOME));

        book.byId.put("home", Examples.berlin());
        assertThat(redirect.redirect(customer, orderId, HOME).shippingAddress()).isEqualTo(Examples.berlin());
        book.byId.clear();
        book.byId.put("work", Examples.shanghai());
        assertThat(redirect.redirect(customer, orderId, DeliveryChoice.PREFERRED)
                        .shippingAddress())
                .isEqualTo(Examples.shanghai());

        book.answers = false;
        assertRefused(
                ErrorCode.SERVICE_UNAVAILABLE, () -> redirect.redirect(customer, orderId, DeliveryChoice.PREFERRED));
    }

    @Test
    void doesNotLeaveForAnAddressThatItIsRedirectedFromAtThatMoment() {
        OrderFacade facade = testbed.bean(OrderFacade.class);
        for (int i = 0; i < 10; i++) {
            String orderId = placed.paid(customer);
            List<Optional<Throwable>> ends = new ArrayList<>(testbed.together(
                    List.of(() -> facade.redirect(customer, orderId, inline(Examples.berlin())), () -> assertThat(
                                    orders.ship(orderId, "SF Express", "SF-1", "staff-1"))
                            .isTrue())));

            assertThat(ends.get(1)).isEmpty();
            assertThat(orders.find(orderId).orElseThrow().shippingAddress())
                    .isEqualTo(ends.get(0).isEmpty() ? Examples.berlin() : Examples.shanghai());
            ends.get(0).ifPresent(end -> assertThat(Refusals.codeOf(end)).isEqualTo(ErrorCode.ORDER_ALREADY_SHIPPED));
        }
    }

    // ---- forgetting ------------------------------------------------------------------------------------------------

    @Test
    void isForgottenOnceNoOrderIsOpen() {
        OrderFacade facade = testbed.bean(OrderFacade.class);
        String other = placed.completed(BOB);
        String completed = placed.completed(customer);
        placed.cancelled(customer);
        for (String open : List.of(
                placed.pending(customer), placed.paying(customer), placed.paid(customer), placed.shipped(customer))) {
            assertRefused(ErrorCode.CUSTOMER_HAS_OPEN_ORDERS, () -> facade.forgetCustomer(customer));
            assertThat(facade.order(customer, completed).shippingAddress()).isEqualTo(Examples.shanghai());
            placed.end(open);
        }

        facade.forgetCustomer(customer);
        facade.forgetCustomer(customer);
        facade.forgetCustomer("nobody");

        assertThat(orders.newest(customer, OrderFilter.ALL, null, 10))
                .hasSize(6)
                .allSatisfy(order -> assertThat(order.shippingAddress()).isNull())
                .allSatisfy(order -> assertThat(order.requestHash()).isNull());
        assertThat(facade.order(customer, completed).lines()).hasSize(2);
        assertThat(facade.order(BOB, other).shippingAddress()).isEqualTo(Examples.shanghai());
    }

    // ---- steps -----------------------------------------------------------------------------------------------------

    private Order place(String key, DeliveryChoice delivery) {
        return place.fromProduct(new OrderFromProductCommand(customer, "tee-red-m", 2, delivery, key));
    }

    private static DeliveryChoice inline(PostalAddress address) {
        return new DeliveryChoice(null, address);
    }
}
