package io.microecommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.branch.Settlement;
import io.microecommerce.api.cart.CartItemView;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.customer.AddressView;
import io.microecommerce.api.customer.ChangePasswordCommand;
import io.microecommerce.api.customer.ChangeProfileCommand;
import io.microecommerce.api.customer.CommissionView;
import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.CreditView;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.MarkRewardsCommand;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.customer.ResetPasswordCommand;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.deadletter.DeadLetterQuery;
import io.microecommerce.api.deadletter.DeadLetterState;
import io.microecommerce.api.deadletter.DeadLetterView;
import io.microecommerce.api.deadletter.DiscardCommand;
import io.microecommerce.api.deadletter.RedriveCommand;
import io.microecommerce.api.deadletter.RedriveView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.invariant.InvariantView;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.api.order.HoldOrderCommand;
import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.order.RefundOrderCommand;
import io.microecommerce.api.order.RefundableOrderView;
import io.microecommerce.api.order.ShipOrderCommand;
import io.microecommerce.api.order.StaffNotificationPage;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.api.payment.AuditCaseView;
import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.api.payment.RefundView;
import io.microecommerce.api.payment.ResolutionView;
import io.microecommerce.api.payment.ResolveDifferenceCommand;
import io.microecommerce.api.payment.ResolveTransactionCommand;
import io.microecommerce.api.payment.StatementDifferenceView;
import io.microecommerce.api.payment.StatementPage;
import io.microecommerce.api.payment.StatementView;
import io.microecommerce.api.payment.TopUpCommand;
import io.microecommerce.api.payment.TopUpView;
import io.microecommerce.api.payment.TransactionPage;
import io.microecommerce.api.payment.TransactionView;
import io.microecommerce.api.payment.WalletView;
import io.microecommerce.api.product.AssetsDraft;
import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.CategoryDraft;
import io.microecommerce.api.product.CategoryView;
import io.microecommerce.api.product.LowStockView;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.ProductDraft;
import io.microecommerce.api.product.ProductPage;
import io.microecommerce.api.product.ProductQuery;
import io.microecommerce.api.product.ProductSort;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.api.product.ReturnStockCommand;
import io.microecommerce.api.product.SkuDraft;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.api.product.StockMovementPage;
import io.microecommerce.api.timeline.TimelineEntryView;
import io.microecommerce.api.timeline.TimelineQuestion;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record crosses Dubbo's own hessian2 unchanged: not all of them did under earlier versions, and they failed silently. */
class RoundTripTest {

    private static final Instant AT = Instant.parse("2026-01-01T12:34:56.789Z");
    private static final Money PRICE = new Money("CNY", 8_900);
    private static final AssetsView.ImageView IMAGE = new AssetsView.ImageView("/img/a.svg");
    private static final AssetsView ASSETS = new AssetsView(List.of(IMAGE, IMAGE), IMAGE);
    private static final AttributeView RED = new AttributeView("colour", "red");
    private static final SkuView SKU = new SkuView(
            "sku", "product", 3, "Tee", List.of(RED), ASSETS, PRICE, 2, true, new SkuView.StockView(7, 2, 1));
    private static final ProductView PRODUCT = new ProductView(
            "product",
            3,
            "Tee",
            "A tee.",
            "shirts",
            ASSETS,
            new ProductView.VariantsView(List.of(new ProductView.VariantView("colour"))),
            List.of(SKU, SKU),
            false,
            AT);
    private static final PostalAddress ADDRESS =
            new PostalAddress("A B", "+86 10 1234", "CN", null, "Beijing", "Street 1", "100000");
    private static final CustomerView CUSTOMER =
            new CustomerView("id", "a@example.com", "A", "B", "CODE", false, AT, AT);
    private static final AssetsDraft ASSETS_DRAFT = new AssetsDraft(List.of("/img/a.svg"), "/img/a.svg");
    private static final SkuDraft SKU_DRAFT = new SkuDraft("sku", List.of(RED), ASSETS_DRAFT, PRICE, 2, false);
    private static final ReserveStockCommand.Line LINE = new ReserveStockCommand.Line("sku", 2);
    private static final OrderView ORDER = new OrderView(
            "order",
            "customer",
            OrderStatus.SHIPPED,
            PRICE,
            List.of(
                    new OrderView.Line("sku", "product", "Tee", List.of(RED), PRICE, 2),
                    new OrderView.Line("sku2", "product", "Tee", List.of(), PRICE, 1)),
            ADDRESS,
            AT,
            AT,
            AT,
            new OrderView.Shipment("Carrier", "number", AT),
            null,
            null,
            null,
            List.of(
                    new OrderView.Transition(null, OrderStatus.PENDING_PAYMENT, "CUSTOMER", AT),
                    new OrderView.Transition(OrderStatus.PENDING_PAYMENT, OrderStatus.PAYING, "PAYMENT", AT)));
    private static final StaffNotificationView NOTIFICATION =
            new StaffNotificationView("id", "ORDER_PAID", "order", "Order paid", AT, AT, "staff");

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final StatementDifferenceView DIFFERENCE =
            new StatementDifferenceView(7, DAY, "MISSING_HERE", "payment", "there", "here", AT, AT, AT, "staff", "why");
    private static final StatementView STATEMENT =
            new StatementView(DAY, AT, 3, 1, "error", 1, 2, List.of(DIFFERENCE, DIFFERENCE));

    private static final WalletView.Entry WALLET_ENTRY = new WalletView.Entry("payment", "PAYMENT", PRICE, AT);
    private static final DeadLetterView LETTER = new DeadLetterView(
            "id",
            "group",
            "message",
            "topic",
            "tag",
            null,
            "{}",
            2,
            9,
            AT,
            AT,
            null,
            DeadLetterState.DISCARDED,
            new DeadLetterView.Evidence(DeadLetterView.Applied.YES, AT, "It is there."),
            0,
            AT,
            "staff",
            "why",
            List.of(new DeadLetterView.Action("DISCARD", "DONE", "staff", "why", null, AT)));
    private static final StockMovementPage.Movement MOVEMENT =
            new StockMovementPage.Movement("1", MoveStockCommand.Kind.RECEIPT, 5, "Delivery", null, AT, null);

    private static final BranchView BRANCH = new BranchView(
            "svc-order",
            "order-hold",
            "127.0.0.1:8091:1",
            FenceState.TRIED,
            HoldState.HELD,
            "payment",
            null,
            "order order PAYING",
            AT);

    private static final AuditCaseView CASE = new AuditCaseView(
            1,
            "CANCEL",
            "ALL_TRIED",
            "why",
            "found",
            AT,
            AT,
            null,
            AT,
            "auditor",
            "outcome",
            List.of(new AuditCaseView.Action(AT, "auditor", "CANCEL", "ALL_TRIED", "reason", "before", "after")));

    private static final TransactionView TRANSACTION = new TransactionView(
            BRANCH.xid(),
            TransactionView.State.STUCK,
            "payment",
            "order",
            "HELD",
            1,
            AT,
            "CommitRetrying",
            List.of(BRANCH),
            List.of(CASE),
            "pay-order");

    static List<Serializable> records() {
        return List.of(
                PRICE,
                IMAGE,
                ASSETS,
                RED,
                SKU,
                new SkuView.StockView(1, 2, 3),
                PRODUCT,
                PRODUCT.variants(),
                new ProductView.VariantView("size"),
                new ProductPage(List.of(PRODUCT, PRODUCT), true),
                new ProductQuery("tee", null, 1L, null, ProductSort.NEWEST, false, 0, 20),
                ASSETS_DRAFT,
                SKU_DRAFT,
                new ProductDraft("p", "Tee", "", "shirts", ASSETS_DRAFT, List.of("colour"), List.of(SKU_DRAFT), false),
                new CategoryDraft(null, "Shirts", "clothes"),
                new MoveStockCommand("sku", MoveStockCommand.Kind.CORRECTION, -2, "Broken", "staff", "key"),
                new MoveStockCommand("sku", MoveStockCommand.Kind.RETURN, 2, "Torn", "staff", "key", "order"),
                MOVEMENT,
                new StockMovementPage(List.of(MOVEMENT), "cursor"),
                new LowStockView("sku", 2, 5),
                new CategoryView("shirts", 1, "Shirts", null),
                new TimelineQuestion("order", List.of("payment"), List.of("xid", "other-xid"), true),
                new InvariantView("stock_is_its_movements", "Stock adds up.", 2L, AT, "It took too long."),
                new InvariantView("stock_is_its_movements", "Stock adds up.", null, null, null),
                new TimelineEntryView(AT, "svc-payment", "HELD", "payment", 1, "xid", "trace", 4, "HELD", "Held."),
                new TimelineEntryView(AT, "svc-order", "ORDER_PLACED", null, null, null, null, 1, null, "Placed."),
                LINE,
                new ReserveStockCommand("order", List.of(LINE, LINE)),
                new CartLine("sku", 1),
                new CartItemView("sku", 1, true, "Tee", PRICE, List.of(RED), IMAGE, 7),
                new CartItemView("gone", 1, false, null, null, List.of(), null, 0),
                new RegisterCommand("a@example.com", "a-password", "A", "B", null),
                new Credentials("a@example.com", "a-password"),
                CUSTOMER,
                ADDRESS,
                new AddressView("id", ADDRESS, true),
                new ChangeProfileCommand("id", "A", "B"),
                new ChangePasswordCommand("id", "old", "a-password"),
                new ResetPasswordCommand("token", "a-password"),
                new SessionView("session", CUSTOMER, "refresh", AT),
                new MarkRewardsCommand("refund", "payment", "order"),
                new CreditView(89, List.of(new CreditView.Entry("order", "payment", 89, AT))),
                new CreditView.Entry("order", "payment", 89, AT),
                new CommissionView(PRICE, List.of(new CommissionView.Entry("order", "payment", PRICE, 500, AT))),
                new CommissionView.Entry("order", "payment", PRICE, 500, AT),
                ORDER,
                ORDER.lines().get(0),
                new OrderView.Shipment("Carrier", "number", AT),
                new OrderView.Transition(OrderStatus.PAID, OrderStatus.SHIPPED, "STAFF", AT),
                new OrderFilter(OrderStatus.PAID, AT, null),
                new DeliveryChoice("address", null),
                new ShipOrderCommand("order", "Carrier", "number", "staff"),
                new NotifyStaffCommand("LOW_STOCK", "sku", "sku-1", "Few left"),
                new OrderPage(List.of(ORDER, ORDER), "cursor"),
                new OrderFromCartCommand("customer", List.of("sku"), DeliveryChoice.PREFERRED, "key"),
                new OrderFromProductCommand("customer", "sku", 1, DeliveryChoice.PREFERRED, "key"),
                new PayableOrderView("order", "customer", OrderStatus.PENDING_PAYMENT, PRICE, List.of(LINE, LINE), AT),
                new HoldOrderCommand("order", "payment", "customer", PRICE),
                new RefundableOrderView("order", "customer", OrderStatus.PAID, "payment"),
                new RefundOrderCommand("order", "payment", "refund", OrderStatus.PAID, true),
                new ReturnStockCommand("order", "127.0.0.1:8091:1"),
                NOTIFICATION,
                new StaffNotificationPage(List.of(NOTIFICATION), null),
                new PayCommand("customer", "order", PaymentMethod.BALANCE, "key"),
                new PaymentView(
                        "id",
                        "order",
                        PaymentView.Status.REFUSED,
                        PRICE,
                        "CODE",
                        "why",
                        2,
                        AT,
                        null,
                        null,
                        null,
                        PaymentView.Refund.UNDER_WAY),
                new PaymentView(
                        "id",
                        "order",
                        PaymentView.Status.AWAITING_PROVIDER,
                        PRICE,
                        null,
                        null,
                        1,
                        AT,
                        null,
                        "weixin://wxpay/bizpayurl?pr=1",
                        AT,
                        null),
                new ProviderCallback(new byte[] {0, -1, 123}, "serial", "1700000000", "nonce", "c2lnbg=="),
                new TopUpCommand("customer", PRICE, "key"),
                new TopUpView("id", TopUpView.Status.AWAITING_PROVIDER, PRICE, "weixin://wxpay/x", AT, AT, null),
                new WalletView(PRICE, new Money("CNY", 0), List.of(WALLET_ENTRY)),
                WALLET_ENTRY,
                LETTER,
                LETTER.evidence(),
                LETTER.actions().get(0),
                new DeadLetterQuery(DeadLetterState.OPEN, "group", AT, "id", 21),
                new RedriveCommand("id", "staff", null),
                new RedriveView(RedriveView.Outcome.FAILED, LETTER),
                new DiscardCommand("id", "staff", "why"),
                BRANCH,
                CASE,
                CASE.actions().get(0),
                TRANSACTION,
                new TransactionPage(List.of(TRANSACTION, TRANSACTION), null),
                STATEMENT,
                new StatementPage(List.of(STATEMENT, STATEMENT), "2026-01-01"),
                DIFFERENCE,
                new ResolveDifferenceCommand(DAY, 7, "why", "staff"),
                new ResolveTransactionCommand(
                        BRANCH.xid(),
                        Map.of("svc-order", FenceState.TRIED),
                        ResolveTransactionCommand.Action.CANCEL,
                        true,
                        "reason",
                        "staff"),
                new ResolutionView(true, "MIXED", "why", List.of(BRANCH), List.of(BRANCH), false),
                new SettleBranchCommand("127.0.0.1:8091:1", Settlement.CANCEL, FenceState.TRIED, true),
                new RefundCommand("payment", "staff", true, "Two arrived.", "key"),
                new RefundView(
                        "id",
                        "payment",
                        "order",
                        RefundView.Status.DONE,
                        PRICE,
                        "Two arrived.",
                        null,
                        null,
                        AT,
                        AT,
                        AT),
                new OrderPaid("payment", 1, "order", "customer", PRICE),
                new OrderRefunded("refund", 1, "payment", "order", "customer", PRICE, true));
    }

    @ParameterizedTest
    @MethodSource("records")
    void crossesTheWireUnchanged(Serializable record) throws Exception {
        assertThat(roundTrip(record)).isEqualTo(record);
    }

    @Test
    void aRefusalKeepsItsCodeAndDetail() throws Exception {
        Refusal arrived = (Refusal) roundTrip(new Refusal(ErrorCode.INSUFFICIENT_STOCK, "One left."));

        assertThat(arrived.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK);
        assertThat(arrived.detail()).isEqualTo("One left.");
    }

    @Test
    void noRecordIsForgottenHere() throws Exception {
        Set<Class<?>> tried = records().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(recordsOfTheApi()).isNotEmpty().isSubsetOf(tried);
    }

    private static Object roundTrip(Object value) throws Exception {
        return HessianBytes.read(HessianBytes.of(value), value.getClass());
    }

    private static Set<Class<?>> recordsOfTheApi() throws IOException, URISyntaxException {
        URI location =
                Money.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path classes = Path.of(location);
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString())
                    .map(name -> name.replace(File.separatorChar, '.').replaceAll("\\.class$", ""))
                    .filter(name -> !name.endsWith("-info"))
                    .map(RoundTripTest::load)
                    .filter(Class::isRecord)
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RoundTripTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
