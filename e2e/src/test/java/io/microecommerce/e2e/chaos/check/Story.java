package io.microecommerce.e2e.chaos.check;

import io.microecommerce.e2e.chaos.check.Snapshot.OrderRow;
import io.microecommerce.e2e.chaos.check.Snapshot.PaymentRow;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the timeline of an order tells to staff over REST: rule 9.
 *
 * @param missing services that did not tell their part
 * @param payments the status that it gives to each payment, by its id
 * @param kinds of all its entries
 */
public record Story(String orderId, List<String> missing, Map<String, String> payments, Set<String> kinds) {

    /** What the story of a paid order has, and no other. */
    static final List<String> OF_THE_PAID =
            List.of("PAID", "ORDER_PAID", "STOCK_SOLD", "EVENT_RETURNED", "STAFF_NOTIFIED", "CREDIT_ENTRY");

    /** Asks for it. */
    public static Story of(String orderId, Visitor staff) {
        Answer told = staff.get("/api/v1/order/" + orderId + "/timeline");
        if (told.status() != 200) {
            return new Story(orderId, List.of("everybody: " + told.status()), Map.of(), Set.of());
        }
        List<String> missing = new ArrayList<>();
        told.body().at("/missing").forEach(service -> missing.add(service.asString()));
        Map<String, String> payments = new HashMap<>();
        told.body()
                .at("/payments")
                .forEach(payment -> payments.put(
                        payment.at("/id").asString(), payment.at("/status").asString()));
        return new Story(orderId, missing, payments, new HashSet<>(told.body().findValuesAsString("kind")));
    }

    /** Where they tell another thing than the rows. */
    public static List<Violation> contradictions(List<Story> stories, Snapshot now) {
        Map<String, OrderRow> orders =
                now.orders().stream().collect(Collectors.toMap(OrderRow::id, Function.identity()));
        Map<String, Map<String, String>> payments = now.payments().stream()
                .collect(Collectors.groupingBy(
                        PaymentRow::orderId, Collectors.toMap(PaymentRow::id, PaymentRow::status)));
        List<Violation> found = new ArrayList<>();
        for (Story story : stories) {
            OrderRow order = orders.get(story.orderId);
            if (order == null) {
                story.contradicts(found, "is told, and there is no such order");
            } else {
                story.compare(found, order.wasPaid(), payments.getOrDefault(order.id(), Map.of()));
            }
        }
        return found;
    }

    private void compare(List<Violation> found, boolean paid, Map<String, String> rows) {
        if (!missing.isEmpty()) {
            contradicts(found, "lacks what " + missing + " should tell");
        }
        if (!payments.equals(rows)) {
            contradicts(found, "tells of payments " + payments + ", the rows of " + rows);
        }
        for (String kind : OF_THE_PAID) {
            if (paid && !kinds.contains(kind)) {
                contradicts(found, "does not tell " + kind + ", and it is paid");
            } else if (!paid && kinds.contains(kind)) {
                contradicts(found, "tells " + kind + ", and it is not paid");
            }
        }
    }

    private void contradicts(List<Violation> found, String what) {
        found.add(new Violation(Rule.HISTORY_AGREES, "The timeline of order " + orderId + " " + what));
    }
}
