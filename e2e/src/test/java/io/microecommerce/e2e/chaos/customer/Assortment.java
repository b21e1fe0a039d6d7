package io.microecommerce.e2e.chaos.customer;

import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the customers of one campaign can buy.
 *
 * @param plenty SKUs that never run out
 * @param scarce a SKU of which several customers want the last piece, again and again
 */
public record Assortment(List<String> plenty, String scarce) {

    private static final long PRICE_MINOR = 1_000;
    private static final int PLENTY = 1_000_000;
    private static final int FEW = 3;

    /** Offers it. */
    public static Assortment offeredIn(Shop shop) {
        Visitor staff = shop.logIn(Shop.STAFF);
        return new Assortment(
                List.of(staff.offers(PRICE_MINOR, PLENTY), staff.offers(3 * PRICE_MINOR, PLENTY)),
                staff.offers(2 * PRICE_MINOR, FEW));
    }

    /** The SKUs. */
    public List<String> skus() {
        return List.of(plenty.get(0), plenty.get(1), scarce);
    }

    String any(SplittableRandom random) {
        return random.nextInt(4) == 0 ? scarce : plenty.get(random.nextInt(plenty.size()));
    }

    /** Some more of what is scarce. */
    public void refill(Shop shop) {
        shop.books().receive(scarce, FEW);
    }
}
