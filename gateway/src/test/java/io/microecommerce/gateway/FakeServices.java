package io.microecommerce.gateway;

import io.microecommerce.api.cart.CartFacade;
import io.microecommerce.api.cart.CartItemView;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.customer.ChangePasswordCommand;
import io.microecommerce.api.customer.ChangeProfileCommand;
import io.microecommerce.api.customer.CommissionView;
import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.CreditView;
import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.CustomerLedgerFacade;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.customer.ResetPasswordCommand;
import io.microecommerce.api.customer.SessionFacade;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.api.payment.RefundView;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.dubbo.rpc.RpcContext;

/**
 * Stands in for what shoppers ask of all five services, see {@link FakeStaffServices} for the rest: it answers with one of each
 * thing, remembers what it was asked, and fails when told to. The real services stand behind the gateway in the end-to-end tests.
 */
public final class FakeServices
        implements CartFacade,
                CatalogFacade,
                CustomerFacade,
                CustomerLedgerFacade,
                OrderFacade,
                PaymentFacade,
                SessionFacade {

    public static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    static final Money PRICE = new Money("CNY", 8900);
    static final List<AttributeView> RED = List.of(new AttributeView("colour", "red"));
    static final ImageView PICTURE = new ImageView("/img/tee.jpg");
    static final SkuView TEE = new SkuView(
            "tee-red-m",
            "tee",
            3,
            "Tee",
            RED,
            new AssetsView(List.of(PICTURE), PICTURE),
            PRICE,
            5,
            true,
            new SkuView.StockView(97, 1, 2));

    /** What the next calls throw; null to answer. */
    public volatile RuntimeException failure;

    /** What the next payment comes to. */
    public volatile PaymentView payment = payment(PaymentView.Status.PAID, null, null);

    public volatile RefundView refund = refund(RefundView.Status.DONE, null, null);

    /** Whether a further page of anything follows. */
    public volatile boolean more;

    /** The arguments of the calls so far. */
    public final List<Object> asked = new CopyOnWriteArrayList<>();

    /** What the next questions for a session throw; null to answer. */
    public volatile RuntimeException sessionFailure;

    /** How often it was asked whether a session is live. */
    public final AtomicInteger askedForSessions = new AtomicInteger();

    private final AtomicInteger logins = new AtomicInteger();
    private final Map<String, String> customersOfSessions = new ConcurrentHashMap<>();
    private final Set<String> endedSessions = ConcurrentHashMap.newKeySet();

    /** What came along with the last call, when it came over Dubbo. */
    public volatile Map<String, Object> attachments = Map.of();

    public void reset() {
        failure = null;
        payment = payment(PaymentView.Status.PAID, null, null);
        refund = refund(RefundView.Status.DONE, null, null);
        more = false;
        sessionFailure = null;
        asked.clear();
    }

    public static RefundView refund(RefundView.Status status, String code, String detail) {
        Instant refundedAt = status == RefundView.Status.DONE || status == RefundView.Status.UNDER_WAY ? THEN : null;
        Instant doneAt = status == RefundView.Status.DONE ? THEN : null;
        return new RefundView(
                "refund-1", "pay-1", "order-1", status, PRICE, "Torn.", code, detail, THEN, refundedAt, doneAt);
    }

    public static PaymentView payment(PaymentView.Status status, String code, String detail) {
        Instant paidAt = status == PaymentView.Status.PAID ? THEN : null;
        return new PaymentView("pay-1", "order-1", status, PRICE, code, detail, 1, THEN, paidAt, null, null, null);
    }

    <T> T answer(T answer, Object... arguments) {
        attachments = RpcContext.getServerAttachment().getObjectAttachments();
        asked.addAll(List.of(arguments));
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    static ProductView product(String id, boolean retired) {
        return new ProductView(
                id,
                3,
                "Tee",
                "A tee.",
                "clothes",
                TEE.assets(),
                new VariantsView(List.of(new VariantView("colour"))),
                List.of(TEE),
                retired,
                THEN);
    }

    static CustomerView customer(String id, boolean staff) {
        return new CustomerView(id, "alice@example.com", "Alice", "A", "ALICE1", staff, THEN, THEN);
    }

    private static CartItemView item(String skuId, int quantity) {
        return new CartItemView(skuId, quantity, true, "Tee", PRICE, RED, PICTURE, 97);
    }

    static OrderView order(OrderStatus status, List<OrderView.Transition> history) {
        OrderView.Line line = new OrderView.Line("tee-red-m", "tee", "Tee", RED, PRICE, 1);
        boolean shipped = status == OrderStatus.SHIPPED || status == OrderStatus.COMPLETED;
        boolean cancelled = status == OrderStatus.CANCELLED;
        return new OrderView(
                "order-1",
                "alice",
                status,
                PRICE,
                List.of(line),
                FakeAddresses.HOME,
                THEN,
                THEN.plusSeconds(1800),
                shipped ? THEN : null,
                shipped ? new OrderView.Shipment("SF Express", "SF123", THEN) : null,
                status == OrderStatus.COMPLETED ? THEN : null,
                cancelled ? THEN : null,
                cancelled ? "BY_CUSTOMER" : null,
                history);
    }

    private static OrderView order(OrderStatus status) {
        return order(status, List.of(new OrderView.Transition(null, OrderStatus.PENDING_PAYMENT, "CUSTOMER", THEN)));
    }

    String next() {
        return more ? "c2" : null;
    }

    private void endSessionsOf(String customerId) {
        customersOfSessions.forEach((session, customer) -> {
            if (customer.equals(customerId)) {
                endedSessions.add(session);
            }
        });
    }

    private SessionView session(String id, boolean staff) {
        String customerId = staff ? "staff" : "alice";
        customersOfSessions.put(id, customerId);
        return new SessionView(id, customer(customerId, staff), "refresh-" + id, THEN.plusSeconds(86_400));
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
    public void clear(String customerId) {
        answer("", "clear", customerId);
    }

    @Override
    public void take(String customerId, List<CartLine> ordered) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProductView product(String productId) {
        return answer(product(productId, false), productId);
    }

    @Override
    public ProductPage products(ProductQuery query) {
        asked.add(query);
        return new ProductPage(List.of(product("tee")), more);
    }

    @Override
    public List<CategoryView> categories() {
        return answer(List.of(
                new CategoryView("clothes", 1, "Clothes", null), new CategoryView("tees", 2, "Tees", "clothes")));
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
    public SessionView logIn(Credentials credentials) {
        if (!credentials.password().equals("demo-password")) {
            throw new Refusal(ErrorCode.LOGIN_FAILED, "E-mail and password do not belong together.");
        }
        boolean staff = credentials.email().startsWith("staff");
        return answer(session("s-" + logins.incrementAndGet(), staff), credentials);
    }

    @Override
    public SessionView refresh(String refreshToken) {
        String id = refreshToken.replace("refresh-", "");
        if (!customersOfSessions.containsKey(id) || endedSessions.contains(id)) {
            throw new Refusal(ErrorCode.SESSION_ENDED, "The session has ended; log in again.");
        }
        return answer(session(id, customersOfSessions.get(id).equals("staff")), refreshToken);
    }

    @Override
    public void logOut(String customerId, String sessionId) {
        answer("", customerId, sessionId);
        endedSessions.add(sessionId);
    }

    @Override
    public boolean isLive(String sessionId) {
        askedForSessions.incrementAndGet();
        if (sessionFailure != null) {
            throw sessionFailure;
        }
        return !endedSessions.contains(sessionId);
    }

    @Override
    public CustomerView customer(String customerId) {
        return answer(customer(customerId, false), customerId);
    }

    @Override
    public CustomerView changeProfile(ChangeProfileCommand command) {
        return answer(customer(command.customerId(), false), command);
    }

    @Override
    public void changePassword(ChangePasswordCommand command) {
        answer("", command);
        endSessionsOf(command.customerId());
    }

    @Override
    public CustomerView claimReferrer(String customerId, String referrerCode) {
        return answer(customer(customerId, false), customerId, referrerCode);
    }

    @Override
    public void requestPasswordReset(String email) {
        answer("", email);
    }

    @Override
    public void resetPassword(ResetPasswordCommand command) {
        answer("", command);
    }

    @Override
    public void delete(String customerId) {
        answer("", "delete", customerId);
        endSessionsOf(customerId);
    }

    @Override
    public CustomerView customerByEmail(String email) {
        return answer(customer("alice", false), email);
    }

    @Override
    public CustomerView setStaff(String customerId, boolean staff, String byStaffId) {
        endSessionsOf(customerId);
        return answer(customer(customerId, staff), customerId, staff, byStaffId);
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
    public OrderPage orders(String customerId, OrderFilter filter, String cursor, int size) {
        OrderPage page = new OrderPage(List.of(order(OrderStatus.PENDING_PAYMENT, List.of())), next());
        return answer(page, customerId, filter, "" + cursor, size);
    }

    @Override
    public OrderView cancel(String customerId, String orderId) {
        return answer(order(OrderStatus.CANCELLED), customerId, orderId);
    }

    @Override
    public OrderView redirect(String customerId, String orderId, DeliveryChoice delivery) {
        return answer(order(OrderStatus.PENDING_PAYMENT), customerId, orderId, delivery);
    }

    @Override
    public void forgetCustomer(String customerId) {
        throw new UnsupportedOperationException();
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
        List<WalletView.Entry> entries = List.of(
                new WalletView.Entry("pay-1", "PAYMENT", new Money("CNY", -8900), THEN),
                new WalletView.Entry("top-1", "TOP_UP", new Money("CNY", 1_008_900), THEN));
        return answer(new WalletView(new Money("CNY", 1_000_000), new Money("CNY", 0), entries), customerId);
    }
}
