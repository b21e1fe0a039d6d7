package io.microecommerce.payment.audit;

import java.util.List;

/** What is under way, by this service's rows. */
public interface Backlog {

    /** Half messages whose row has not decided them. */
    List<Open> halfMessages();

    /** Global transactions whose Confirm or Cancel has not come to this service. */
    List<Open> transactions();

    /**
     * So many of one kind.
     *
     * @param kind of a half message the event, of a transaction its name at the coordinator
     * @param oldestSeconds how long the oldest has been so
     */
    record Open(String kind, long count, long oldestSeconds) {}
}
