package io.microecommerce.gateway;

import io.microecommerce.api.cart.CartFacade;
import io.microecommerce.api.cart.CartItemView;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.customer.CommissionView;
import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.CreditView;
import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.CustomerLedgerFacade;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationPage;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.api.payment.WalletView;
import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.AssetsView.ImageView;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.CatalogFacade;
import io.microecommerce.api.product.CategoryView;
import io.microecommerce.api.product.ProductPage;
import io.microecommerce.api.product.ProductQuery;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.ProductView.VariantView;
import io.microecommerce.api.product.ProductView.VariantsView;
import io.microecommerce.api.product.SkuView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.dubbo.rpc.RpcContext;

/**
 * Stands in for all five services: it answers with one of each thing, remembers what it was asked, and fails when told to.
 * The real services stand behind the gateway in the end-to-end tests.
 */
public final class FakeServices
        implements CartFacade,
                CatalogFacade,
                CustomerFacade,
                CustomerLedgerFacade,
                OrderFacade,
                PaymentFacade,
                StaffNotificationFacade {

    static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    static final Money PRICE = new Money("CNY", 8900);
    static final List<AttributeView> RED = List.of(new AttributeView("colour", "red"));
    static final ImageView PICTURE = new ImageView("/img/tee.jpg");
    static final SkuView TEE = new SkuView(
            "tee-red-m",
            "tee",
            "Tee",
            RED,
            new AssetsView(List.of(PICTURE), PICTURE),
            PRICE,
            true,
            new SkuView.StockView(97, 1, 2));

    /** What the next calls throw; null to answer. */
    public volatile RuntimeException failure;

    /** What the next payment comes to. */
    public volatile PaymentView payment = payment(PaymentView.Status.PAID, null, null);

    /** Whether a further page of anything follows. */
    public volatile boolean more;

    /** The arguments of the calls so far. */
    public final List<Object> asked = new ArrayList<>();

    /** What came along with the last call, when it came over Dubbo. */
    public volatile Map<String, Object> attachments = Map.of();

    public void reset() {
        failure = null;
        payment = payment(PaymentView.Status.PAID, null, null);
        more = false;
        asked.clear();
    }

    public static PaymentView payment(PaymentView.Status status, String code, String detail) {
        Instant paidAt = status == PaymentView.Status.PAID ? THEN : null;
        return new PaymentView("pay-1", "order-1", status, PRICE, code, detail, 1, THEN, paidAt);
    }

    private <T> T answer(T answer, Object... arguments) {
        attachments = RpcContext.getServerAttachment().getObjectAttachments();
        asked.addAll(List.of(arguments));
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    private static CustomerView customer(String id, boolean staff) {
        return new CustomerView(id, "alice@example.com", "Alice", "A", "ALICE1", staff, THEN, THEN);
    }

    private static CartItemView item(String skuId, int quantity) {
        return new CartItemView(skuId, quantity, true, "Tee", PRICE, RED, PICTURE, 97);
    }

    private static OrderView order(OrderStatus status) {
        OrderView.Line line = new OrderView.Line("tee-red-m", "tee", "Tee", RED, PRICE, 1);
        Instant cancelledAt = status == OrderStatus.CANCELLED ? THEN : null;
        return new OrderView("order-1", status, PRICE, List.of(line), THEN, THEN.plusSeconds(1800), null, cancelledAt);
    }

    private String next() {
        return more ? "c2" : null;
    }

    @Override
    public List<CartItemView> items(String customerId) {
        CartItemView gone = new CartItemView("gone", 1, false, null, null, List.of(), null, 0);
        return answer(List.of(item("tee-red-m", 2), gone), customerId);
    }

    @Override
    public List<CartLine> lines(String customerId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CartItemView add(String customerId, CartLine line) {
        return answer(item(line.skuId(), line.quantity()), customerId, line);
    }

    @Override
    public CartItemView change(String customerId, CartLine line) {
        return answer(item(line.skuId(), line.quantity()), customerId, line);
    }

    @Override
    public void remove(String customerId, String skuId) {
        answer("", customerId, skuId);
    }

    @Override
    public void take(String customerId, List<CartLine> ordered) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProductView product(String productId) {
        return answer(
                new ProductView(
                        productId,
                        "Tee",
                        "A tee.",
                        "clothes",
                        TEE.assets(),
                        new VariantsView(List.of(new VariantView("colour"))),
                        List.of(TEE)),
                productId);
    }

    @Override
    public ProductPage products(ProductQuery query) {
        asked.add(query);
        return new ProductPage(List.of(product("tee")), more);
    }

    @Override
    public List<CategoryView> categories() {
        return answer(
                List.of(new CategoryView("clothes", "Clothes", null), new CategoryView("tees", "Tees", "clothes")));
    }

    @Override
    public SkuView sku(String skuId) {
        return answer(TEE, skuId);
    }

    @Override
    public List<SkuView> skus(List<String> skuIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerView register(RegisterCommand command) {
        return answer(customer("alice", false), command);
    }

    @Override
    public CustomerView authenticate(Credentials credentials) {
        if (!credentials.password().equals("demo-password")) {
            throw new Refusal(ErrorCode.LOGIN_FAILED, "E-mail and password do not belong together.");
        }
        boolean staff = credentials.email().startsWith("staff");
        return answer(customer(staff ? "staff" : "alice", staff), credentials);
    }

    @Override
    public CustomerView customer(String customerId) {
        return answer(customer(customerId, false), customerId);
    }

    @Override
    public CreditView credit(String customerId) {
        return answer(new CreditView(89, List.of(new CreditView.Entry("order-1", "pay-1", 89, THEN))), customerId);
    }

    @Override
    public CommissionView commission(String customerId) {
        Money share = new Money("CNY", 445);
        return answer(
                new CommissionView(share, List.of(new CommissionView.Entry("order-1", "pay-1", share, 500, THEN))),
                customerId);
    }

    @Override
    public OrderView createFromCart(OrderFromCartCommand command) {
        return answer(order(OrderStatus.PENDING_PAYMENT), command);
    }

    @Override
    public OrderView createFromProduct(OrderFromProductCommand command) {
        return answer(order(OrderStatus.PENDING_PAYMENT), command);
    }

    @Override
    public OrderView order(String customerId, String orderId) {
        return answer(order(OrderStatus.PENDING_PAYMENT), customerId, orderId);
    }

    @Override
    public OrderPage orders(String customerId, String cursor, int size) {
        return answer(new OrderPage(List.of(order(OrderStatus.PAID)), next()), customerId, "" + cursor, size);
    }

    @Override
    public OrderView cancel(String customerId, String orderId) {
        return answer(order(OrderStatus.CANCELLED), customerId, orderId);
    }

    @Override
    public PaymentView pay(PayCommand command) {
        return answer(payment, command);
    }

    @Override
    public PaymentView payment(String customerId, String paymentId) {
        return answer(payment, customerId, paymentId);
    }

    @Override
    public WalletView balance(String customerId) {
        return answer(new WalletView(new Money("CNY", 1_000_000), new Money("CNY", 0)), customerId);
    }

    @Override
    public StaffNotificationPage notifications(String cursor, int size) {
        StaffNotificationView paid = new StaffNotificationView("n-1", "ORDER_PAID", "order-1", "Order is paid.", THEN);
        return answer(new StaffNotificationPage(List.of(paid), next()), "" + cursor, size);
    }
}
