package io.microecommerce.bench.rest;

/** The phases of a payment in svc-payment; each name is the value of the tag {@code step} that ends it. */
public enum PayPhase {
    ORDER_READ("order read"),
    INSERTED("insert"),
    HALF_SENT("half message"),
    TRIED("Tries"),
    COMMITTED("commit"),
    ROLLED_BACK("rollback"),
    MESSAGE_ENDED("message end");

    private final String title;

    PayPhase(String title) {
        this.title = title;
    }

    /** What it is called in a report. */
    public String title() {
        return title;
    }
}
