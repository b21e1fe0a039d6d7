package io.microecommerce.customer.ledger;

/** What is paid out for an order. The values may change while the service runs; an entry keeps the one it was made with. */
public interface Rates {

    /** The referrer's share of an order, in hundredths of a percent, 0 to 10,000. */
    int commissionBasisPoints();

    /** Credit points for one whole unit of money, such as one yuan; not negative. */
    int creditPointsPerUnit();
}
