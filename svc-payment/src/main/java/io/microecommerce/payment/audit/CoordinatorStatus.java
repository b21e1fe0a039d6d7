package io.microecommerce.payment.audit;

/**
 * What the coordinator says of a global transaction.
 *
 * @param name its own word
 * @param atWork false only where it says that the transaction has finished, which is also its word for one that it does not know
 */
public record CoordinatorStatus(String name, boolean atWork) {}
