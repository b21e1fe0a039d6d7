package io.microecommerce.payment.refund.store;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.payment.pay.MoveMeters;
import io.microecommerce.payment.pay.PayProperties;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.payment.pay.Payments.Told;
import io.microecommerce.payment.refund.HeldRefund;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.payment.refund.RefundPayment;
import io.microecommerce.payment.refund.RefundStatus;
import io.microecommerce.payment.refund.Refunds;
import io.microecommerce.payment.refund.store.RefundMapper.Moved;
import io.microecommerce.payment.refund.store.RefundMapper.RefundRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class MyBatisRefunds implements Refunds {

    private static final String ROWS = "refunds";

    private final RefundMapper mapper;
    private final Payments journal;
    private final PayProperties properties;
    private final TransactionTemplate transaction;
    private final MoveMeters meters;

    MyBatisRefunds(
            RefundMapper mapper,
            Payments journal,
            PayProperties properties,
            TransactionTemplate transaction,
            MoveMeters meters) {
        this.mapper = mapper;
        this.journal = journal;
        this.properties = properties;
        this.transaction = transaction;
        this.meters = meters;
        meters.expect(ROWS, RefundStatus.GIVEN, RefundStatus.RELEASED, RefundStatus.EXPIRED);
    }

    @Override
    public Optional<Refund> byId(String refundId) {
        return mapper.byId(refundId).map(RefundRow::toRefund);
    }

    @Override
    public Optional<Refund> byKey(String askedBy, String idempotencyKey) {
        return mapper.byKey(askedBy, idempotencyKey).map(RefundRow::toRefund);
    }

    @Override
    public Optional<Refund> ofPayment(String paymentId) {
        return mapper.ofPayment(paymentId).map(RefundRow::toRefund);
    }

    @Override
    public Optional<Refund> open(RefundCommand command, OrderStatus orderWas, String requestHash) {
        String id = UUID.randomUUID().toString();
        try {
            boolean opened = move(
                    () -> mapper.open(
                            id,
                            command.paymentId(),
                            command.askedBy(),
                            command.byStaff(),
                            command.reason(),
                            orderWas,
                            properties.lease().toMillis(),
                            properties.decideWithin().toMillis(),
                            command.idempotencyKey(),
                            requestHash),
                    Told.REFUND_OPENED,
                    moved -> command.byStaff() ? "the staff" : "the customer");
            if (!opened) {
                throw new IllegalStateException("Payment " + command.paymentId() + " is not PAID");
            }
            return byId(id);
        } catch (DuplicateKeyException otherKeyOrThisOne) {
            if (byKey(command.askedBy(), command.idempotencyKey()).isPresent()) {
                return Optional.empty();
            }
            throw otherIsLive(command.paymentId());
        }
    }

    @Override
    public Optional<Refund> takeOver(Refund halted) {
        try {
            boolean taken = move(
                    () -> mapper.takeOver(
                            halted.id(),
                            halted.attempt(),
                            properties.lease().toMillis(),
                            properties.decideWithin().toMillis()),
                    Told.REFUND_TAKEN_OVER,
                    moved -> Integer.toString(moved.attempt()));
            return taken ? byId(halted.id()) : Optional.empty();
        } catch (DuplicateKeyException otherIsLive) {
            throw otherIsLive(halted.paymentId());
        }
    }

    private Refusal otherIsLive(String paymentId) {
        boolean given =
                ofPayment(paymentId).filter(refund -> refund.givenAt() != null).isPresent();
        return given ? RefundPayment.refunded() : RefundPayment.inRefund();
    }

    @Override
    public Duration timeToDecide(String refundId, int attempt) {
        Long millis = mapper.millisToDecide(refundId, attempt);
        return millis == null ? Duration.ZERO : Duration.ofMillis(millis);
    }

    @Override
    public boolean hold(String refundId, int attempt, String xid) {
        return move(() -> mapper.hold(refundId, attempt, xid), Told.REFUND_HELD, moved -> null);
    }

    @Override
    public boolean give(String refundId, String xid) {
        boolean moved = move(
                () -> mapper.give(refundId, xid),
                Told.REFUND_GIVEN,
                it -> it.method() == PaymentMethod.BALANCE ? "into the wallet" : "through WeChat Pay");
        return meters.moved(ROWS, RefundStatus.GIVEN, moved);
    }

    @Override
    public boolean release(String refundId, String xid) {
        return meters.moved(
                ROWS,
                RefundStatus.RELEASED,
                move(() -> mapper.release(refundId, xid), Told.REFUND_RELEASED, moved -> null));
    }

    @Override
    public boolean done(String refundId) {
        return mapper.done(refundId) == 1;
    }

    @Override
    public boolean refuse(String refundId, int attempt, Refusal reason) {
        String code = reason.code().name();
        return meters.refused(
                ROWS,
                RefundStatus.REFUSED,
                reason.code(),
                move(
                        () -> mapper.refuse(refundId, attempt, code, reason.detail()),
                        Told.REFUND_REFUSED,
                        moved -> code));
    }

    @Override
    public boolean giveUp(String refundId, int attempt) {
        return meters.moved(
                ROWS,
                RefundStatus.EXPIRED,
                move(() -> mapper.giveUp(refundId, attempt), Told.REFUND_EXPIRED, moved -> null));
    }

    @Override
    public boolean expire(String refundId, int attempt) {
        return meters.moved(
                ROWS,
                RefundStatus.EXPIRED,
                move(() -> mapper.expire(refundId, attempt), Told.REFUND_EXPIRED, moved -> null));
    }

    @Override
    public int expireAll() {
        return meters.moved(ROWS, RefundStatus.EXPIRED, moveAll(mapper::expireAll, Told.REFUND_EXPIRED, moved -> null));
    }

    @Override
    public void endLease(String refundId, int attempt) {
        mapper.endLease(refundId, attempt);
    }

    @Override
    public void markEventSeen(String refundId) {
        move(() -> mapper.markEventSeen(refundId), Told.REFUND_EVENT_RETURNED, moved -> null);
    }

    @Override
    public Optional<Instant> eventSeenAt(String refundId) {
        return mapper.eventSeenAt(refundId);
    }

    @Override
    public List<Refund> givenButUnseen(Duration forAtLeast, int limit) {
        return mapper.givenButUnseen(forAtLeast.toMillis(), limit).stream()
                .map(RefundRow::toRefund)
                .toList();
    }

    @Override
    public int forgetKeys(Duration finalForAtLeast, int limit) {
        return mapper.forgetKeys(finalForAtLeast.toMillis(), limit);
    }

    @Override
    public List<HeldRefund> under(Collection<String> xids) {
        return mapper.under(xids).stream().map(RefundRow::toHeldRefund).toList();
    }

    @Override
    public List<String> xidsHeldFor(Duration atLeast, int limit) {
        return mapper.xidsHeldFor(atLeast.toMillis(), limit);
    }

    private boolean move(Supplier<Optional<Moved>> statement, Told told, Function<Moved, @Nullable String> detail) {
        return moveAll(() -> statement.get().stream().toList(), told, detail) == 1;
    }

    /** The move and its line in the payment's journal, in the transaction that is open, or in one of their own. */
    private int moveAll(Supplier<List<Moved>> statement, Told told, Function<Moved, @Nullable String> detail) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Moved> all = statement.get();
            all.forEach(moved -> journal.tell(moved.paymentId(), told, moved.xid(), detail.apply(moved)));
            return all.size();
        }));
    }
}
