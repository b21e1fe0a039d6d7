package io.microecommerce.payment.pay.store;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.payment.pay.HeldPayment;
import io.microecommerce.payment.pay.MoveMeters;
import io.microecommerce.payment.pay.PayProperties;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.PaymentStatus;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.trace.TraceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class MyBatisPayments implements Payments {

    private static final String ROWS = "payments";

    private final PaymentMapper mapper;
    private final PayProperties properties;
    private final TransactionTemplate transaction;
    private final MoveMeters meters;

    MyBatisPayments(
            PaymentMapper mapper, PayProperties properties, TransactionTemplate transaction, MoveMeters meters) {
        this.mapper = mapper;
        this.properties = properties;
        this.transaction = transaction;
        this.meters = meters;
        meters.expect(ROWS, PaymentStatus.PAID, PaymentStatus.RELEASED, PaymentStatus.EXPIRED, PaymentStatus.CLOSED);
    }

    @Override
    public Optional<Payment> byId(String paymentId) {
        return mapper.byId(paymentId).map(PaymentRow::toPayment);
    }

    @Override
    public Optional<Payment> byKey(String customerId, String idempotencyKey) {
        return mapper.byKey(customerId, idempotencyKey).map(PaymentRow::toPayment);
    }

    @Override
    public Optional<Payment> open(PayCommand command, PayableOrderView order, String requestHash) {
        String id = UUID.randomUUID().toString();
        return open(command, () -> insert(id, PaymentStatus.INITIATED, command, order, requestHash), id);
    }

    @Override
    public Optional<Payment> openAwaiting(
            PayCommand command, PayableOrderView order, String requestHash, Consumer<String> besides) {
        // The provider takes no dashes, and no more than these.
        String id = UUID.randomUUID().toString().replace("-", "");
        return open(
                command,
                () -> Boolean.TRUE.equals(transaction.execute(status -> {
                    boolean inserted = insert(id, PaymentStatus.AWAITING_PROVIDER, command, order, requestHash);
                    if (inserted) {
                        besides.accept(id);
                    }
                    return inserted;
                })),
                id);
    }

    private boolean insert(
            String id, PaymentStatus status, PayCommand command, PayableOrderView order, String requestHash) {
        return mapper.open(
                        id,
                        command.customerId(),
                        command.orderId(),
                        command.method().name(),
                        order.total().minor(),
                        order.total().currency(),
                        status.name(),
                        properties.lease().toMillis(),
                        properties.decideWithin().toMillis(),
                        command.idempotencyKey(),
                        requestHash,
                        TraceId.current())
                == 1;
    }

    private Optional<Payment> open(PayCommand command, BooleanSupplier insert, String id) {
        boolean opened;
        try {
            opened = insert.getAsBoolean();
        } catch (DuplicateKeyException otherIsLive) {
            // Of two requests with the same key at the same moment, the later may meet the earlier in either index.
            if (byKey(command.customerId(), command.idempotencyKey()).isPresent()) {
                return Optional.empty();
            }
            throw orderHasPayment();
        }
        return opened ? byId(id) : Optional.empty();
    }

    @Override
    public Optional<Payment> takeOver(Payment halted) {
        try {
            boolean taken = mapper.takeOver(
                            halted.id(),
                            halted.attempt(),
                            properties.lease().toMillis(),
                            properties.decideWithin().toMillis(),
                            TraceId.current())
                    == 1;
            return taken ? byId(halted.id()) : Optional.empty();
        } catch (DuplicateKeyException otherIsLive) {
            throw orderHasPayment();
        }
    }

    private static Refusal orderHasPayment() {
        return new Refusal(
                ErrorCode.ORDER_HAS_PAYMENT,
                "Another payment of this order is under way; retry with its Idempotency-Key, or wait until it is over.");
    }

    @Override
    public Duration timeToDecide(String paymentId, int attempt) {
        Long millis = mapper.millisToDecide(paymentId, attempt);
        return millis == null ? Duration.ZERO : Duration.ofMillis(millis);
    }

    @Override
    public boolean hold(String paymentId, int attempt, String xid) {
        return mapper.hold(paymentId, attempt, xid, TraceId.current()) == 1;
    }

    @Override
    public boolean markPaid(String paymentId, String xid) {
        return meters.moved(ROWS, PaymentStatus.PAID, mapper.markPaid(paymentId, xid, TraceId.current()) == 1);
    }

    @Override
    public boolean release(String paymentId, String xid) {
        return meters.moved(ROWS, PaymentStatus.RELEASED, mapper.release(paymentId, xid, TraceId.current()) == 1);
    }

    @Override
    public boolean refuse(String paymentId, int attempt, Refusal reason) {
        boolean moved =
                mapper.refuse(paymentId, attempt, reason.code().name(), reason.detail(), TraceId.current()) == 1;
        return meters.refused(ROWS, PaymentStatus.REFUSED, reason.code(), moved);
    }

    @Override
    public boolean giveUp(String paymentId, int attempt) {
        return meters.moved(ROWS, PaymentStatus.EXPIRED, mapper.giveUp(paymentId, attempt, TraceId.current()) == 1);
    }

    @Override
    public boolean expire(String paymentId, int attempt) {
        return meters.moved(ROWS, PaymentStatus.EXPIRED, mapper.expire(paymentId, attempt, TraceId.current()) == 1);
    }

    @Override
    public int expireAll() {
        return meters.moved(ROWS, PaymentStatus.EXPIRED, mapper.expireAll(TraceId.current()));
    }

    @Override
    public boolean capture(String paymentId, Instant at) {
        return mapper.capture(paymentId, at, properties.decideWithin().toMillis(), TraceId.current()) == 1;
    }

    @Override
    public boolean close(String paymentId) {
        return meters.moved(ROWS, PaymentStatus.CLOSED, mapper.close(paymentId, TraceId.current()) == 1);
    }

    @Override
    public boolean captureLate(String paymentId, Instant at) {
        return mapper.captureLate(paymentId, at) == 1;
    }

    @Override
    public void tell(String paymentId, Told kind, @Nullable String xid, @Nullable String detail) {
        mapper.tell(paymentId, kind.name(), xid, detail, TraceId.current());
    }

    @Override
    public List<Payment> capturedUndecided(int limit) {
        return mapper.capturedUndecided(limit).stream()
                .map(PaymentRow::toPayment)
                .toList();
    }

    @Override
    public void endLease(String paymentId, int attempt) {
        mapper.endLease(paymentId, attempt);
    }

    @Override
    public void markEventSeen(String paymentId) {
        mapper.markEventSeen(paymentId, TraceId.current());
    }

    @Override
    public Optional<Instant> eventSeenAt(String paymentId) {
        return mapper.eventSeenAt(paymentId);
    }

    @Override
    public List<Payment> paidButUnseen(Duration forAtLeast, int limit) {
        return mapper.paidButUnseen(forAtLeast.toMillis(), limit).stream()
                .map(PaymentRow::toPayment)
                .toList();
    }

    @Override
    public int forgetKeys(Duration finalForAtLeast, int limit) {
        return mapper.forgetKeys(finalForAtLeast.toMillis(), limit);
    }

    @Override
    public List<HeldPayment> under(Collection<String> xids) {
        return mapper.under(xids).stream()
                .map(PaymentMapper.HeldRow::toHeldPayment)
                .toList();
    }

    @Override
    public List<String> xidsHeldFor(Duration atLeast, int limit) {
        return mapper.xidsHeldFor(atLeast.toMillis(), limit);
    }
}
