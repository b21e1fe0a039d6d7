package io.microecommerce.local.wechatpay.books;

import java.util.List;

/** What happens at once: all of it is remembered, or none. Each record replaces the one with its number. */
record Change(List<Trade> trades, List<Refund> refunds, List<Event> events) {

    Change {
        trades = List.copyOf(trades);
        refunds = List.copyOf(refunds);
        events = List.copyOf(events);
    }

    static Change of(Trade trade) {
        return new Change(List.of(trade), List.of(), List.of());
    }

    static Change of(Event event) {
        return new Change(List.of(), List.of(), List.of(event));
    }
}
