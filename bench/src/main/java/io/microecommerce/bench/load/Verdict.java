package io.microecommerce.bench.load;

/** What an answer to a payment claims; the database must agree. */
public enum Verdict {
    /** It is paid. */
    PAID,
    /** Nothing was taken. */
    NOT_PAID,
    /** It may be paid, now or later. */
    UNKNOWN;

    private static final int CREATED = 201;
    private static final int SERVICE_UNAVAILABLE = 503;

    /**
     * Reads an answer by the documented meaning of its status and code.
     *
     * @param code the problem's code; empty if it has none
     */
    static Verdict of(int status, String code) {
        if (status == CREATED) {
            return PAID;
        }
        boolean refused = status >= 400 && status < 500;
        boolean didNotHappen = status == SERVICE_UNAVAILABLE && !code.isEmpty() && !code.equals("OUTCOME_UNKNOWN");
        return refused || didNotHappen ? NOT_PAID : UNKNOWN;
    }
}
