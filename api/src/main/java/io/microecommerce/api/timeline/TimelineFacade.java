package io.microecommerce.api.timeline;

import io.microecommerce.api.error.Refusal;
import java.util.List;

/**
 * What a service's own database can tell of an order. Each service that can offers it in the Dubbo group of its own name, such as
 * {@code svc-order}. It reads and changes nothing.
 */
public interface TimelineFacade {

    /**
     * Who may see the order is for the caller to know.
     *
     * @return the entries in the order in which this service saw them; none if it knows nothing of the order
     */
    List<TimelineEntryView> entries(TimelineQuestion question) throws Refusal;
}
