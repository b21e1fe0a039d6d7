package io.microecommerce.e2e.shop;

import static org.awaitility.Awaitility.await;

import io.microecommerce.local.launcher.wechatpay.WeChatPayControl;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Something that waits for the customer to confirm it at WeChat Pay: a payment, or a top-up.
 *
 * @param path where the shop shows it
 * @param id its out_trade_no as well
 * @param orderId what is paid; empty for a top-up
 */
public record AtWeChatPay(
        Shop shop, WeChatPayControl weChat, Visitor customer, String path, String id, String orderId, String codeUrl) {

    /** One look of a worker at a new charge, and the protocol behind it, with room for a busy machine. */
    private static final Duration WITHIN = Duration.ofSeconds(40);

    /** Orders one piece, and goes to WeChat Pay with it. */
    public static AtWeChatPay order(Shop shop, Visitor customer, String sku) {
        String orderId = customer.orders(sku, 1);
        return of(shop, customer, "/api/v1/payment/", orderId, customer.paysByWeChat(orderId, Visitor.newKey()));
    }

    public static AtWeChatPay topUp(Shop shop, Visitor customer, long minor) {
        return of(shop, customer, "/api/v1/customer/me/top_up/", "", customer.topsUp(minor, Visitor.newKey()));
    }

    private static AtWeChatPay of(Shop shop, Visitor customer, String path, String orderId, Answer answer) {
        if (!answer.expect(202).text("/status").equals("AWAITING_PROVIDER")) {
            throw new AssertionError("Nothing to pay at WeChat Pay: " + answer.body());
        }
        String id = answer.text("/id");
        return new AtWeChatPay(
                shop, WeChatPayControl.of(shop.platform()), customer, path + id, id, orderId, answer.text("/code_url"));
    }

    /** The person confirms it. */
    public void confirm() {
        weChat.confirm(codeUrl);
    }

    public Answer now() {
        return customer.get(path).expect(200);
    }

    public String status() {
        return now().text("/status");
    }

    /** Waits until the shop says so. */
    public void becomes(String status) {
        await(path + " becomes " + status).atMost(WITHIN).until(this::status, status::equals);
    }

    /** Waits until WeChat Pay has confirmed that everything is back. */
    public void goesBack() {
        await(id + " is given back").atMost(WITHIN).until(() -> refundState(), "DONE"::equals);
    }

    /** How far the refund of the arbiter is; empty if there is none. */
    public String refundState() {
        return shop.books()
                .text("shop_payment", "SELECT coalesce(max(state), '') FROM provider_refund WHERE charge_id = ?", id);
    }

    /** A worker looks at the charge now, and not when it is its turn. */
    public void isLookedAt() {
        shop.books().change("shop_payment", "UPDATE charge SET next_look_at = now() WHERE id = ?", id);
    }

    /** Nobody looks at the charge any more, so that only a callback can tell of it. */
    public void isNotLookedAt() {
        shop.books()
                .change("shop_payment", "UPDATE charge SET next_look_at = now() + interval '1 day' WHERE id = ?", id);
    }

    /** How often a capture has entered the payment's journal. */
    public long capturesTold() {
        return shop.books()
                .number(
                        "shop_payment",
                        "SELECT count(*) FROM payment_event WHERE payment_id = ? AND kind IN ('CAPTURED', 'CAPTURED_LATE')",
                        id);
    }

    /** Callbacks about it that were verified and kept. */
    public long eventsKept() {
        return shop.books().number("shop_payment", "SELECT count(*) FROM provider_event WHERE subject = ?", id);
    }

    /** What WeChat Pay has and has told of it. */
    public JsonNode books() {
        return weChat.books(id);
    }

    /** What the customer has paid and not got back, by WeChat Pay's books. */
    public long takenMinor() {
        JsonNode trade = books().at("/trades/0");
        return trade.path("captured").asLong() - trade.path("refunded").asLong();
    }

    /** Has this said to the shop now; what the shop answers. */
    public int says(String claim) {
        return weChat.callback(claim).path("status").asInt();
    }
}
