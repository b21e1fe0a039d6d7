package io.microecommerce.e2e.chaos.customer;

import io.microecommerce.e2e.chaos.customer.Operation.What;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.wechatpay.WeChatPayControl;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One customer with a wallet of her own, who orders, pays from it or by WeChat, changes her mind, wants her money back and repeats
 * herself, as the random numbers say.
 */
public final class Customer {

    private static final int MOST_REPEATS = 3;
    private static final long POCKET_MONEY_MINOR = 12_000;

    private final Shop shop;
    private final Assortment assortment;
    private final History history;
    private final SplittableRandom random;
    private final String email;
    private final WeChatPayControl wechat;
    /** The keys of what she pays by WeChat. */
    private final Set<String> byWeChat = ConcurrentHashMap.newKeySet();

    private volatile Visitor visitor;

    public Customer(
            Shop shop, Assortment assortment, History history, SplittableRandom random, String email, Visitor visitor) {
        this.shop = shop;
        this.assortment = assortment;
        this.history = history;
        this.random = random;
        this.email = email;
        this.wechat = WeChatPayControl.of(shop.platform());
        this.visitor = visitor;
    }

    public String id() {
        return visitor.id();
    }

    /** One errand: at most one order, with all that may come of it. */
    public void turn() {
        Optional<String> placed = placeOrder();
        if (placed.isEmpty()) {
            pause(500);
            return;
        }
        String orderId = placed.get();
        if (chance(10)) {
            cancel(orderId);
        }
        String key = Visitor.newKey();
        if (chance(20)) {
            byWeChat.add(key);
        }
        Operation paid = payUntilKnown(orderId, key);
        if (chance(30)) {
            pay(orderId, key);
        }
        if (chance(15)) {
            pay(orderId, Visitor.newKey());
        }
        if (chance(15)) {
            cancel(orderId);
        }
        if (paid.isPaid() && chance(25)) {
            refundUntilKnown(orderId, paid.id());
        }
        if (chance(20)) {
            look();
        }
        if (paid.code().equals("INSUFFICIENT_BALANCE") && chance(60)) {
            topUp();
        }
    }

    /** The same request with the same key again, for one whose outcome is not known. */
    public Operation repeat(Operation unknown) {
        return switch (unknown.what()) {
            case PAY -> pay(unknown.orderId(), unknown.key());
            case REFUND -> refund(unknown.orderId(), unknown.state(), unknown.key());
            case ORDER, CANCEL, READ ->
                record(What.ORDER, unknown.key(), "", () -> order(unknown.state(), unknown.key()), unknown.state());
        };
    }

    private Optional<String> placeOrder() {
        String key = Visitor.newKey();
        String body = Json.text("sku_id", assortment.any(random), "quantity", 1 + random.nextInt(2));
        Operation placed = record(What.ORDER, key, "", () -> order(body, key), body);
        for (int repeat = 0; placed.outcome() == Outcome.UNKNOWN && repeat < MOST_REPEATS; repeat++) {
            pause(700);
            placed = record(What.ORDER, key, "", () -> order(body, key), body);
        }
        if (placed.outcome() == Outcome.OK && chance(20)) {
            record(What.ORDER, key, "", () -> order(body, key), body);
        }
        return placed.outcome() == Outcome.OK ? Optional.of(placed.id()) : Optional.empty();
    }

    private Answer order(String body, String key) {
        return visitor.post("/api/v1/order/product", body, key);
    }

    private Operation payUntilKnown(String orderId, String key) {
        Operation paid = pay(orderId, key);
        for (int repeat = 0; paid.outcome() == Outcome.UNKNOWN && repeat < MOST_REPEATS; repeat++) {
            pause(500);
            paid = pay(orderId, key);
        }
        return paid;
    }

    private Operation pay(String orderId, String key) {
        return record(
                What.PAY,
                key,
                orderId,
                () -> byWeChat.contains(key) ? payByWeChat(orderId, key) : visitor.pays(orderId, key),
                "");
    }

    /** Scans what is shown, and confirms. Whether that has paid the order the same key tells later. */
    private Answer payByWeChat(String orderId, String key) {
        Answer answer = visitor.paysByWeChat(orderId, key);
        String codeUrl = answer.text("/code_url");
        if (answer.status() == 202 && codeUrl.contains("pr=")) {
            try {
                wechat.confirm(codeUrl);
            } catch (PlatformException weChatPayAway) {
                // At the next repetition.
            }
        }
        return answer;
    }

    private void refundUntilKnown(String orderId, String paymentId) {
        String key = Visitor.newKey();
        Operation refunded = refund(orderId, paymentId, key);
        for (int repeat = 0; refunded.outcome() == Outcome.UNKNOWN && repeat < MOST_REPEATS; repeat++) {
            pause(500);
            refunded = refund(orderId, paymentId, key);
        }
        if (chance(30)) {
            refund(orderId, paymentId, chance(50) ? key : Visitor.newKey());
        }
    }

    private Operation refund(String orderId, String paymentId, String key) {
        return record(What.REFUND, key, orderId, () -> visitor.refunds(paymentId, key), paymentId);
    }

    private void cancel(String orderId) {
        record(What.CANCEL, "", orderId, () -> visitor.cancels(orderId), "");
    }

    /** Neither her wallet nor a stock may ever be shown with less than nothing. */
    private void look() {
        String sku = assortment.any(random);
        record(What.READ, "", "", () -> visitor.get("/api/v1/sku/" + sku), "", answer -> {
            for (String field : new String[] {"available", "frozen", "sold"}) {
                if (answer.number("/stock/" + field) < 0) {
                    history.addOddity("SKU " + sku + " was shown as " + answer.body());
                }
            }
        });
        record(What.READ, "", "", () -> visitor.get("/api/v1/customer/me/balance"), "", answer -> {
            if (answer.number("/available/minor") < 0 || answer.number("/frozen/minor") < 0) {
                history.addOddity("The wallet of " + id() + " was shown as " + answer.body());
            }
        });
    }

    private void topUp() {
        try {
            shop.books().topUp(id(), POCKET_MONEY_MINOR);
        } catch (IllegalStateException databaseAway) {
            // Then without.
        }
    }

    private Operation record(What what, String key, String orderId, Supplier<Answer> request, String remember) {
        return record(what, key, orderId, request, remember, answer -> {});
    }

    private Operation record(
            What what, String key, String orderId, Supplier<Answer> request, String remember, Look look) {
        Instant began = Instant.now();
        Operation operation;
        try {
            Answer answer = request.get();
            if (answer.status() == 200) {
                look.at(answer);
            }
            operation = answered(what, key, orderId, began, answer, remember);
        } catch (IllegalStateException noAnswer) {
            operation =
                    new Operation(what, id(), key, orderId, began, Instant.now(), Outcome.UNKNOWN, 0, "", "", remember);
        }
        history.add(operation);
        if (operation.status() == 401) {
            logIn();
        }
        return operation;
    }

    private Operation answered(What what, String key, String orderId, Instant began, Answer answer, String remember) {
        int status = answer.status();
        Outcome outcome = status == 200 || status == 201
                ? Outcome.OK
                // A token that is no longer valid says nothing about the request of before.
                : status == 202 || status >= 500 || status == 429 || status == 401 ? Outcome.UNKNOWN : Outcome.REFUSED;
        String id = answer.text("/id");
        String about = what == What.ORDER && outcome == Outcome.OK ? id : orderId;
        String state = what == What.PAY ? answer.text("/status") : remember;
        return new Operation(what, id(), key, about, began, Instant.now(), outcome, status, answer.code(), id, state);
    }

    private void logIn() {
        try {
            Answer session = shop.anonymous().logsIn(email, Visitor.PASSWORD);
            if (session.status() == 200) {
                visitor = visitor.withToken(session.text("/token"));
            }
        } catch (IllegalStateException gatewayAway) {
            // At the next 401 again.
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Look {
        void at(Answer answer);
    }
}
