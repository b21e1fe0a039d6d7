package io.microecommerce.e2e.chaos.check;

import io.microecommerce.e2e.chaos.check.Snapshot.OrderRow;
import io.microecommerce.e2e.chaos.check.Snapshot.PaymentRow;
import io.microecommerce.e2e.chaos.check.Snapshot.RefundRow;
import io.microecommerce.e2e.chaos.check.Snapshot.ReservationRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules over what the databases say. It reads nothing and changes nothing. */
public final class Checker {

    private static final Set<String> UNDECIDED = Set.of("INITIATED", "HELD");

    /** More than its deaths explain, each of which comes upon a few transactions at the most. */
    static final int LEFT_OVER_AT_MOST = 20;

    /** Of a reservation that was sold, also if it came back since. */
    private static final Set<String> BOUGHT = Set.of("SOLD", "RETURNING", "RETURNED");

    private static final Set<String> HELD_ORDERS = Set.of("PAYING", "REFUNDING");

    private static final Set<String> HELD_PIECES = Set.of("HELD", "RETURNING");

    private Checker() {}

    /** What holds at any moment, also while a process lies dead: what one database says, and what never ends once it was true. */
    public static List<Violation> always(Snapshot before, Snapshot now) {
        List<Violation> found = new ArrayList<>();
        addAll(found, Rule.MONEY, now.moneyEquations());
        addAll(found, Rule.STOCK, now.stockEquations());
        addAll(found, Rule.HISTORY_AGREES, now.otherEquations());
        addAll(found, Rule.HISTORY_AGREES, now.timelines());
        twice(found, Rule.AGREEMENT, "is paid twice", paidOrders(now));
        twice(found, Rule.EFFECTS_ONCE, "earned credit twice", now.credits());
        twice(found, Rule.EFFECTS_ONCE, "earned commission twice", now.commissions());
        twice(found, Rule.EFFECTS_ONCE, "was notified twice", now.notified());
        twice(found, Rule.AGREEMENT, "is given back twice", givenBack(now, RefundRow::paymentId));
        twice(
                found,
                Rule.EFFECTS_ONCE,
                "had its rewards taken back twice",
                now.refunds().taken());
        twice(
                found,
                Rule.EFFECTS_ONCE,
                "was notified as refunded twice",
                now.refunds().notified());
        vanished(
                found,
                "Refund %s was given and is no more",
                ids(before, now, snapshot -> givenBack(snapshot, RefundRow::id)));
        vanished(found, "Payment %s was PAID and is no more", ids(before, now, Checker::paidPayments));
        vanished(found, "Order %s was paid and is no more", ids(before, now, Checker::ordersOncePaid));
        vanished(found, "The credit of payment %s is gone", ids(before, now, Snapshot::credits));
        vanished(found, "The notification of order %s is gone", ids(before, now, Snapshot::notified));
        return found;
    }

    /** What holds as well once nothing is under way. */
    public static List<Violation> settled(Snapshot now) {
        List<Violation> found = new ArrayList<>(always(now, now));
        Map<String, OrderRow> orders =
                now.orders().stream().collect(Collectors.toMap(OrderRow::id, Function.identity()));
        Map<String, PaymentRow> payers = new HashMap<>();
        now.payments().stream().filter(PaymentRow::paid).forEach(payment -> payers.put(payment.orderId(), payment));
        for (OrderRow order : now.orders()) {
            agreement(found, now, order, payers.get(order.id()));
        }
        payers.values().stream()
                .filter(payment -> !orders.containsKey(payment.orderId()))
                .forEach(payment -> add(found, Rule.AGREEMENT, "Payment " + payment.id() + " is PAID for no order"));
        stuck(found, now);
        effects(found, now, payers);
        for (PaymentRow payment : payers.values()) {
            if (!payment.seen()) {
                add(found, Rule.MESSAGES_RESOLVED, "The event of payment " + payment.id() + " has not come back");
            }
        }
        refunds(found, now);
        addAll(found, Rule.MESSAGES_RESOLVED, now.deadLetters());
        now.halfMessages()
                .forEach(
                        each -> add(found, Rule.MESSAGES_RESOLVED, "The broker has no answer to half message " + each));
        now.transactions()
                .forEach(each -> add(found, Rule.COORDINATOR_DRAINED, "The TC still keeps transaction " + each));
        if (now.leftOver().size() > LEFT_OVER_AT_MOST) {
            add(
                    found,
                    Rule.COORDINATOR_DRAINED,
                    "The TC has left over " + now.leftOver().size() + " finished transactions: " + now.leftOver());
        }
        return found;
    }

    private static void agreement(List<Violation> found, Snapshot now, OrderRow order, PaymentRow payer) {
        boolean paid = payer != null;
        if (order.wasPaid() != paid) {
            add(
                    found,
                    Rule.AGREEMENT,
                    "Order " + order.id() + " is " + order.status() + ", but "
                            + (paid ? "payment " + payer.id() + " is PAID" : "no payment of it is PAID"));
        } else if (paid && !order.paymentId().equals(payer.id())) {
            add(
                    found,
                    Rule.AGREEMENT,
                    "Order " + order.id() + " names payment " + order.paymentId() + ", but " + payer.id() + " is PAID");
        }
        long sold = now.reservations().stream()
                .filter(row -> row.orderId().equals(order.id()) && BOUGHT.contains(row.state()))
                .mapToLong(ReservationRow::pieces)
                .sum();
        if (sold != (paid ? order.pieces() : 0)) {
            add(
                    found,
                    Rule.AGREEMENT,
                    "Order " + order.id() + " has " + sold + " of " + order.pieces() + " pieces SOLD, and "
                            + (paid ? "is paid" : "is not paid"));
        }
    }

    /** A payment that is given back has an order that is refunded, goods that are back unless they had left, and no rewards. */
    private static void refunds(List<Violation> found, Snapshot now) {
        for (RefundRow refund : now.refunds().rows()) {
            if (UNDECIDED.contains(refund.status())) {
                add(found, Rule.NOTHING_STUCK, "Refund " + refund.id() + " is still " + refund.status());
            }
            if (refund.given() && !refund.seen()) {
                add(found, Rule.MESSAGES_RESOLVED, "The event of refund " + refund.id() + " has not come back");
            }
        }
        Set<String> refunded = now.orders().stream()
                .filter(order -> order.status().equals("REFUNDED"))
                .map(OrderRow::id)
                .collect(Collectors.toSet());
        Set<String> returned = now.reservations().stream()
                .filter(row -> row.state().equals("RETURNED"))
                .map(ReservationRow::orderId)
                .collect(Collectors.toSet());
        Set<String> orders = Set.copyOf(givenBack(now, RefundRow::orderId));
        Set<String> withGoods = now.refunds().rows().stream()
                .filter(refund -> refund.given() && refund.goodsBack())
                .map(RefundRow::orderId)
                .collect(Collectors.toSet());
        agree(found, "Order", "a refund that is given", orders, "REFUNDED", refunded);
        agree(found, "Order", "a refund of goods that had not left", withGoods, "goods that are RETURNED", returned);
        agree(
                found,
                "Payment",
                "a refund that is given",
                Set.copyOf(givenBack(now, RefundRow::paymentId)),
                "its rewards taken back",
                Set.copyOf(now.refunds().taken()));
        agree(
                found,
                "Order",
                "a refund that is given",
                orders,
                "a notification of it",
                Set.copyOf(now.refunds().notified()));
        addAll(found, Rule.MONEY, now.refunds().providerBooks());
    }

    private static void agree(
            List<Violation> found, String what, String one, Set<String> ones, String other, Set<String> others) {
        ones.stream()
                .filter(id -> !others.contains(id))
                .forEach(id -> add(found, Rule.AGREEMENT, what + " " + id + " has " + one + ", and not " + other));
        others.stream()
                .filter(id -> !ones.contains(id))
                .forEach(id -> add(found, Rule.AGREEMENT, what + " " + id + " has " + other + ", and not " + one));
    }

    private static List<String> givenBack(Snapshot snapshot, Function<RefundRow, String> which) {
        return snapshot.refunds().rows().stream()
                .filter(RefundRow::given)
                .map(which)
                .toList();
    }

    private static void stuck(List<Violation> found, Snapshot now) {
        now.payments().stream()
                .filter(payment -> UNDECIDED.contains(payment.status()))
                .forEach(payment ->
                        add(found, Rule.NOTHING_STUCK, "Payment " + payment.id() + " is still " + payment.status()));
        now.orders().stream()
                .filter(order -> HELD_ORDERS.contains(order.status()))
                .forEach(
                        order -> add(found, Rule.NOTHING_STUCK, "Order " + order.id() + " is still " + order.status()));
        now.reservations().stream()
                .filter(row -> HELD_PIECES.contains(row.state()))
                .forEach(row -> add(
                        found,
                        Rule.NOTHING_STUCK,
                        "SKU " + row.skuId() + " is still " + row.state() + " for order " + row.orderId() + " by "
                                + row.xid()));
        now.tried().forEach(branch -> add(found, Rule.NOTHING_STUCK, "Still TRIED: " + branch));
    }

    private static void effects(List<Violation> found, Snapshot now, Map<String, PaymentRow> payers) {
        Set<String> paid = payers.values().stream().map(PaymentRow::id).collect(Collectors.toSet());
        Set<String> referred = payers.values().stream()
                .filter(payment -> now.referred().contains(payment.customerId()))
                .map(PaymentRow::id)
                .collect(Collectors.toSet());
        same(found, "Payment", "credit", paid, now.credits());
        same(found, "Payment", "commission", referred, now.commissions());
        same(found, "Order", "notification", payers.keySet(), now.notified());
        for (String payment : paid) {
            for (String kind : List.of("CREDIT", "COMMISSION", "STAFF_NOTIFICATION")) {
                if (!now.inbox().contains(kind + " " + payment)) {
                    add(found, Rule.EFFECTS_ONCE, "No inbox says that payment " + payment + " had its " + kind);
                }
            }
        }
    }

    private static void same(List<Violation> found, String what, String effect, Set<String> due, List<String> done) {
        due.stream()
                .filter(id -> !done.contains(id))
                .forEach(id -> add(found, Rule.EFFECTS_ONCE, what + " " + id + " has no " + effect));
        done.stream()
                .filter(id -> !due.contains(id))
                .forEach(id -> add(found, Rule.EFFECTS_ONCE, what + " " + id + " has a " + effect + " unpaid"));
    }

    private static List<String> paidOrders(Snapshot snapshot) {
        return snapshot.payments().stream()
                .filter(PaymentRow::paid)
                .map(PaymentRow::orderId)
                .toList();
    }

    private static List<String> paidPayments(Snapshot snapshot) {
        return snapshot.payments().stream()
                .filter(PaymentRow::paid)
                .map(PaymentRow::id)
                .toList();
    }

    private static List<String> ordersOncePaid(Snapshot snapshot) {
        return snapshot.orders().stream()
                .filter(OrderRow::wasPaid)
                .map(OrderRow::id)
                .toList();
    }

    /** Those of before that are no more. */
    private static Set<String> ids(Snapshot before, Snapshot now, Function<Snapshot, List<String>> which) {
        Set<String> gone = new HashSet<>(which.apply(before));
        which.apply(now).forEach(gone::remove);
        return gone;
    }

    private static void vanished(List<Violation> found, String words, Set<String> gone) {
        gone.forEach(id -> add(found, Rule.PROMISES_KEPT, words.formatted(id)));
    }

    private static void twice(List<Violation> found, Rule rule, String what, List<String> ids) {
        ids.stream()
                .filter(id -> Collections.frequency(ids, id) > 1)
                .distinct()
                .forEach(id -> add(found, rule, id + " " + what));
    }

    private static void addAll(List<Violation> found, Rule rule, List<String> what) {
        what.forEach(each -> add(found, rule, each));
    }

    private static void add(List<Violation> found, Rule rule, String what) {
        found.add(new Violation(rule, what));
    }
}
