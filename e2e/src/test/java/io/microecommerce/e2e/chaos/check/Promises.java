package io.microecommerce.e2e.chaos.check;

import io.microecommerce.e2e.chaos.check.Snapshot.OrderRow;
import io.microecommerce.e2e.chaos.check.Snapshot.PaymentRow;
import io.microecommerce.e2e.chaos.customer.Operation;
import io.microecommerce.e2e.chaos.customer.Operation.What;
import io.microecommerce.e2e.chaos.customer.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rule 6: what the customers were told, against what the databases say. */
public final class Promises {

    private Promises() {}

    /** @param operations as they ended */
    public static List<Violation> broken(List<Operation> operations, Snapshot now) {
        List<Violation> found = new ArrayList<>();
        Map<String, OrderRow> orders =
                now.orders().stream().collect(Collectors.toMap(OrderRow::id, Function.identity()));
        Map<String, PaymentRow> payments =
                now.payments().stream().collect(Collectors.toMap(PaymentRow::id, Function.identity()));
        Map<String, PaymentRow> byKey =
                now.payments().stream().collect(Collectors.toMap(PaymentRow::key, Function.identity()));
        Map<String, String> idOfKey = new HashMap<>();
        for (Operation operation : operations) {
            sameKeySameId(found, idOfKey, operation);
            if (operation.outcome() == Outcome.OK) {
                acknowledged(found, operation, orders, payments, now);
            }
            PaymentRow payment = byKey.get(operation.key());
            // 422 tells how the payment ended; 404 and 409 are about the order, and no payment was made.
            if (operation.what() == What.PAY && operation.status() == 422 && payment != null && payment.paid()) {
                add(found, "Payment " + payment.id() + " was refused with " + operation.code() + ", and is PAID");
            }
        }
        return found;
    }

    private static void sameKeySameId(List<Violation> found, Map<String, String> idOfKey, Operation operation) {
        boolean answered = operation.outcome() == Outcome.OK || operation.status() == 202;
        if (operation.key().isEmpty() || operation.id().isEmpty() || !answered) {
            return;
        }
        String first = idOfKey.putIfAbsent(operation.key(), operation.id());
        if (first != null && !first.equals(operation.id())) {
            add(found, "Key " + operation.key() + " gave " + first + ", and then " + operation.id());
        }
    }

    private static void acknowledged(
            List<Violation> found,
            Operation operation,
            Map<String, OrderRow> orders,
            Map<String, PaymentRow> payments,
            Snapshot now) {
        switch (operation.what()) {
            case ORDER -> {
                OrderRow order = orders.get(operation.id());
                if (order == null || !order.key().equals(operation.key())) {
                    add(found, "Order " + operation.id() + " was acknowledged, and is not there");
                }
            }
            case PAY -> {
                PaymentRow payment = payments.get(operation.id());
                if (payment == null || !payment.paid() || !payment.key().equals(operation.key())) {
                    add(found, "Payment " + operation.id() + " was acknowledged as paid, and is " + payment);
                }
            }
            case CANCEL -> {
                OrderRow order = orders.get(operation.orderId());
                if (order == null || !order.status().equals("CANCELLED")) {
                    add(found, "Order " + operation.orderId() + " was acknowledged as cancelled, and is " + order);
                }
            }
            case REFUND -> {
                boolean given = now.refunds().rows().stream()
                        .anyMatch(refund -> refund.id().equals(operation.id())
                                && refund.given()
                                && refund.key().equals(operation.key()));
                if (!given) {
                    add(found, "Refund " + operation.id() + " was acknowledged, and is not given");
                }
            }
            case READ -> {}
        }
    }

    private static void add(List<Violation> found, String what) {
        found.add(new Violation(Rule.PROMISES_KEPT, what));
    }
}
