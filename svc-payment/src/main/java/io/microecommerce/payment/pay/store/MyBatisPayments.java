package io.microecommerce.payment.pay.store;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.payment.pay.HeldPayment;
import io.microecommerce.payment.pay.PayProperties;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.trace.TraceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisPayments implements Payments {

    private final PaymentMapper mapper;
    private final PayProperties properties;

    MyBatisPayments(PaymentMapper mapper, PayProperties properties) {
        this.mapper = mapper;
        this.properties = properties;
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
        boolean opened;
        try {
            opened = mapper.open(
                            id,
                            command.customerId(),
                            command.orderId(),
                            command.method().name(),
                            order.total().minor(),
                            order.total().currency(),
                            properties.lease().toMillis(),
                            properties.decideWithin().toMillis(),
                            command.idempotencyKey(),
                            requestHash,
                            TraceId.current())
                    == 1;
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
        return mapper.markPaid(paymentId, xid, TraceId.current()) == 1;
    }

    @Override
    public boolean release(String paymentId, String xid) {
        return mapper.release(paymentId, xid, TraceId.current()) == 1;
    }

    @Override
    public boolean refuse(String paymentId, int attempt, Refusal reason) {
        return mapper.refuse(paymentId, attempt, reason.code().name(), reason.detail(), TraceId.current()) == 1;
    }

    @Override
    public boolean giveUp(String paymentId, int attempt) {
        return mapper.giveUp(paymentId, attempt, TraceId.current()) == 1;
    }

    @Override
    public boolean expire(String paymentId, int attempt) {
        return mapper.expire(paymentId, attempt, TraceId.current()) == 1;
    }

    @Override
    public int expireAll() {
        return mapper.expireAll(TraceId.current());
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
