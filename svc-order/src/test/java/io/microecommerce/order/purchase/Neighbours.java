package io.microecommerce.order.purchase;

import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.SkuView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The services beside this one, in memory: carts, catalogue, address books and timers. */
public final class Neighbours {

    public static final Duration WINDOW = Duration.ofMinutes(30);

    final Carts carts = new Carts();
    final Catalog catalog = new Catalog();
    final Timers timers = new Timers();
    final AddressBook addresses = new AddressBook();

    public Neighbours() {
        catalog.put(Examples.tees(), true);
        catalog.put(Examples.lamp(), true);
    }

    public PlaceOrder placeOrder(Orders orders) {
        return new PlaceOrder(
                orders,
                new FillBasket(carts, catalog),
                carts,
                new Destinations(addresses),
                timers,
                () -> new PaymentWindow(WINDOW));
    }

    static final class Carts implements io.microecommerce.order.purchase.Carts {

        private final Map<String, Map<String, CartLine>> byCustomer = new LinkedHashMap<>();
        int taken;

        synchronized void put(String customerId, String skuId, int quantity) {
            byCustomer
                    .computeIfAbsent(customerId, first -> new LinkedHashMap<>())
                    .put(skuId, new CartLine(skuId, quantity));
        }

        @Override
        public synchronized List<CartLine> lines(String customerId) {
            return List.copyOf(byCustomer.getOrDefault(customerId, Map.of()).values());
        }

        @Override
        public synchronized void take(String customerId, List<CartLine> ordered) {
            ordered.forEach(line -> byCustomer.get(customerId).remove(line.skuId()));
            taken++;
        }
    }

    static final class Catalog implements io.microecommerce.order.purchase.Catalog {

        private final Map<String, SkuView> skus = new ConcurrentHashMap<>();

        void put(OrderLine line, boolean forSale) {
            skus.put(line.skuId(), Examples.sku(line, forSale));
        }

        void limit(OrderLine line, @Nullable Integer perCustomer) {
            skus.put(line.skuId(), Examples.sku(line, true, perCustomer));
        }

        @Override
        public Map<String, SkuView> skus(Collection<String> skuIds) {
            Map<String, SkuView> found = new LinkedHashMap<>(skus);
            found.keySet().retainAll(skuIds);
            return found;
        }
    }

    static final class Timers implements PaymentTimers {

        final List<Map.Entry<String, Duration>> set = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void set(String orderId, Duration after) {
            set.add(Map.entry(orderId, after));
        }
    }

    /** One book, whoever asks; the first address is the preferred one. */
    static final class AddressBook implements io.microecommerce.order.purchase.AddressBook {

        final Map<String, PostalAddress> byId = new LinkedHashMap<>();
        boolean answers = true;

        @Override
        public PostalAddress address(String customerId, String addressId) {
            requireAnswer();
            PostalAddress address = byId.get(addressId);
            if (address == null) {
                throw new Refusal(ErrorCode.ADDRESS_NOT_FOUND, "There is no address " + addressId + ".");
            }
            return address;
        }

        @Override
        public Optional<PostalAddress> preferred(String customerId) {
            requireAnswer();
            return byId.values().stream().findFirst();
        }

        private void requireAnswer() {
            if (!answers) {
                throw new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "The address book does not answer.");
            }
        }
    }
}
