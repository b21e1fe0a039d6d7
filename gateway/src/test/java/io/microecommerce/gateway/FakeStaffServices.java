package io.microecommerce.gateway;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.order.ShipOrderCommand;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationPage;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.api.order.StaffOrderFacade;
import io.microecommerce.api.payment.AuditCaseView;
import io.microecommerce.api.payment.ResolutionView;
import io.microecommerce.api.payment.ResolveTransactionCommand;
import io.microecommerce.api.payment.StaffTransactionFacade;
import io.microecommerce.api.payment.TransactionPage;
import io.microecommerce.api.payment.TransactionView;
import io.microecommerce.api.product.CatalogEditFacade;
import io.microecommerce.api.product.CategoryDraft;
import io.microecommerce.api.product.CategoryView;
import io.microecommerce.api.product.ImportOutcome;
import io.microecommerce.api.product.LowStockView;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.ProductDraft;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.SkuDraft;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.api.product.StockKeepingFacade;
import io.microecommerce.api.product.StockMovementPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for what staff ask of the services, beside {@link FakeServices}, which remembers for both. */
public final class FakeStaffServices
        implements CatalogEditFacade,
                StockKeepingFacade,
                StaffOrderFacade,
                StaffNotificationFacade,
                StaffTransactionFacade {

    private static final long VERSION = 3;

    private final FakeServices services;

    /** Products that were imported, by id. */
    public final Map<String, ProductDraft> imported = new ConcurrentHashMap<>();

    /** Stock that was moved, by key. */
    public final Map<String, MoveStockCommand> moved = new ConcurrentHashMap<>();

    /** What listeners hear. */
    public final List<StaffNotificationView> happened = new CopyOnWriteArrayList<>();

    /** How often it was asked what is new. */
    public final AtomicInteger askedForNews = new AtomicInteger();

    public FakeStaffServices(FakeServices services) {
        this.services = services;
    }

    public void reset() {
        imported.clear();
        moved.clear();
        happened.clear();
    }

    public static StaffNotificationView notification(String id, String kind, Instant createdAt) {
        return new StaffNotificationView(id, kind, "subject-1", "Text.", createdAt, null, null);
    }

    private static void requireVersion(long version) {
        if (version != VERSION) {
            throw new Refusal(ErrorCode.VERSION_CONFLICT, "Somebody changed it since.");
        }
    }

    @Override
    public ProductView create(ProductDraft draft) {
        return services.answer(FakeServices.product(draft.id() == null ? "made-up" : draft.id(), false), draft);
    }

    @Override
    public ProductView change(String productId, long version, ProductDraft draft) {
        services.asked.addAll(List.of(productId, version, draft));
        requireVersion(version);
        return FakeServices.product(productId, draft.retired());
    }

    @Override
    public void retire(String productId) {
        services.answer("", "retire", productId);
    }

    @Override
    public ProductView product(String productId) {
        return services.answer(FakeServices.product(productId, true), "staff", productId);
    }

    @Override
    public SkuView addSku(String productId, SkuDraft draft) {
        return services.answer(FakeServices.TEE, productId, draft);
    }

    @Override
    public SkuView changeSku(String skuId, long version, SkuDraft draft) {
        services.asked.addAll(List.of(skuId, version, draft));
        requireVersion(version);
        return FakeServices.TEE;
    }

    @Override
    public CategoryView createCategory(CategoryDraft draft) {
        return services.answer(new CategoryView("tees", 1, draft.name(), draft.parentId()), draft);
    }

    @Override
    public CategoryView changeCategory(String categoryId, long version, CategoryDraft draft) {
        services.asked.addAll(List.of(categoryId, version, draft));
        requireVersion(version);
        return new CategoryView(categoryId, version + 1, draft.name(), draft.parentId());
    }

    @Override
    public void removeCategory(String categoryId) {
        services.answer("", "remove category", categoryId);
    }

    @Override
    public ImportOutcome importProduct(ProductDraft draft) {
        if (services.failure != null) {
            throw services.failure;
        }
        if (draft.category().equals("none")) {
            throw new Refusal(ErrorCode.CATEGORY_NOT_FOUND, "There is no category none.");
        }
        ProductDraft before = imported.put(draft.id(), draft);
        if (before == null) {
            return ImportOutcome.CREATED;
        }
        return before.equals(draft) ? ImportOutcome.UNCHANGED : ImportOutcome.CHANGED;
    }

    @Override
    public SkuView.StockView move(MoveStockCommand command) {
        MoveStockCommand before = moved.putIfAbsent(command.idempotencyKey(), command);
        if (before != null && !before.equals(command)) {
            throw new Refusal(ErrorCode.IDEMPOTENCY_KEY_REUSED, "The key was used for another movement.");
        }
        return services.answer(new SkuView.StockView(command.quantity(), 0, 0), command);
    }

    @Override
    public StockMovementPage movements(String skuId, String cursor, int size) {
        StockMovementPage.Movement receipt = new StockMovementPage.Movement(
                "7", MoveStockCommand.Kind.RECEIPT, 10, "Delivery", "staff", FakeServices.THEN, null);
        return services.answer(new StockMovementPage(List.of(receipt), services.next()), skuId, "" + cursor, size);
    }

    @Override
    public void setLowStockThreshold(String skuId, Long threshold) {
        services.answer("", skuId, "threshold " + threshold);
    }

    @Override
    public List<LowStockView> lowStock() {
        return services.answer(List.of(new LowStockView("tee-red-m", 2, 5)));
    }

    @Override
    public OrderView order(String orderId) {
        return services.answer(staffOrder(OrderStatus.PENDING_PAYMENT), "staff", orderId);
    }

    @Override
    public OrderPage orders(String customerId, OrderFilter filter, String cursor, int size) {
        OrderPage page =
                new OrderPage(List.of(FakeServices.order(OrderStatus.PENDING_PAYMENT, List.of())), services.next());
        return services.answer(page, "staff", "" + customerId, filter, "" + cursor, size);
    }

    @Override
    public OrderView ship(ShipOrderCommand command) {
        return services.answer(staffOrder(OrderStatus.SHIPPED), command);
    }

    @Override
    public OrderView complete(String orderId, String staffId) {
        return services.answer(staffOrder(OrderStatus.COMPLETED), orderId, staffId);
    }

    private static OrderView staffOrder(OrderStatus status) {
        return FakeServices.order(
                status,
                List.of(new OrderView.Transition(null, OrderStatus.PENDING_PAYMENT, "CUSTOMER", FakeServices.THEN)));
    }

    @Override
    public StaffNotificationPage notifications(boolean unreadOnly, String cursor, int size) {
        List<StaffNotificationView> all = List.of(
                notification("n-3", "ORDER_REFUNDED", FakeServices.THEN),
                notification("n-2", "LOW_STOCK", FakeServices.THEN),
                notification("n-1", "ORDER_PAID", FakeServices.THEN));
        return services.answer(new StaffNotificationPage(all, services.next()), unreadOnly, "" + cursor, size);
    }

    @Override
    public List<StaffNotificationView> since(Instant moment, int size) {
        askedForNews.incrementAndGet();
        return happened.stream()
                .filter(notification -> !notification.createdAt().isBefore(moment))
                .limit(size)
                .toList();
    }

    @Override
    public StaffNotificationView markRead(String notificationId, String staffId) {
        StaffNotificationView read = new StaffNotificationView(
                notificationId,
                "ORDER_PAID",
                "subject-1",
                "Text.",
                FakeServices.THEN,
                FakeServices.THEN.plusSeconds(1),
                staffId);
        return services.answer(read, notificationId, staffId);
    }

    @Override
    public void notifyStaff(NotifyStaffCommand command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TransactionPage transactions(TransactionView.State state, String cursor, int size) {
        return services.answer(
                new TransactionPage(List.of(stuck("127.0.0.1:8091:1")), services.next()),
                "" + state,
                "" + cursor,
                size);
    }

    @Override
    public TransactionView transaction(String xid) {
        return services.answer(stuck(xid), xid);
    }

    @Override
    public ResolutionView resolve(ResolveTransactionCommand command) {
        List<BranchView> branches = stuck(command.xid()).branches();
        return services.answer(
                new ResolutionView(command.dryRun(), "ONE_CONFIRMED", "Why.", branches, branches, false), command);
    }

    private static TransactionView stuck(String xid) {
        BranchView branch = new BranchView(
                "svc-order",
                "order-hold",
                xid,
                FenceState.TRIED,
                HoldState.HELD,
                "payment-1",
                "order-1",
                "order order-1 PAYING",
                FakeServices.THEN);
        AuditCaseView found = new AuditCaseView(
                1,
                "WAIT",
                "COORDINATOR_AT_WORK",
                "Why.",
                "Found.",
                FakeServices.THEN,
                FakeServices.THEN,
                null,
                null,
                null,
                null,
                List.of());
        return new TransactionView(
                xid,
                TransactionView.State.STUCK,
                "payment-1",
                "order-1",
                "HELD",
                1,
                FakeServices.THEN,
                "CommitRetrying",
                List.of(branch),
                List.of(found),
                "pay-order");
    }
}
