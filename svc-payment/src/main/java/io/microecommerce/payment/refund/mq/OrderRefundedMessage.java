package io.microecommerce.payment.refund.mq;

import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.payment.pay.DecidedMessage;
import io.microecommerce.payment.pay.Decision;
import io.microecommerce.payment.refund.OrderRefundedMessages;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.payment.refund.RefundDecision;
import io.microecommerce.payment.refund.RefundTransaction;
import io.microecommerce.payment.refund.Refunds;
import io.microecommerce.service.mq.Events;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Binds OrderRefunded to its refund: the global transaction runs under its half message, and the refund's row answers for it. */
@Component
class OrderRefundedMessage implements DecidedMessage {

    private static final Logger log = LoggerFactory.getLogger(OrderRefundedMessage.class);

    private final RefundTransaction transaction;
    private final Refunds refunds;
    private final OrderRefundedMessages messages;

    OrderRefundedMessage(RefundTransaction transaction, Refunds refunds, OrderRefundedMessages messages) {
        this.transaction = transaction;
        this.refunds = refunds;
        this.messages = messages;
    }

    @Override
    public String tag() {
        return OrderRefunded.TAG;
    }

    @Override
    public void execute(byte[] event, Object attempt) {
        transaction.execute((Refund) attempt);
    }

    @Override
    public Decision decision(byte[] event) {
        OrderRefunded refunded = eventOf(event);
        return RefundDecision.of(refunds.byId(refunded.refundId()), refunded.attempt());
    }

    @Override
    public void expireOverdue(byte[] event) {
        OrderRefunded refunded = eventOf(event);
        refunds.expire(refunded.refundId(), refunded.attempt());
    }

    @Override
    public void answered(byte[] event, Decision decision, boolean checkedBack) {
        log.debug("{}: the broker is told {}", eventOf(event).refundId(), decision);
    }

    @Override
    public void sendAgain(byte[] event) {
        messages.sendAgain(refunds.byId(eventOf(event).refundId()).orElseThrow());
    }

    @Override
    public Optional<Instant> deliveredAt(byte[] event) {
        return refunds.eventSeenAt(eventOf(event).refundId());
    }

    @Override
    public String inWords(byte[] event) {
        OrderRefunded refunded = eventOf(event);
        return refunds.byId(refunded.refundId())
                .map(row -> "Refund " + row.id() + " is " + row.status() + " at attempt " + row.attempt()
                        + ", the message is of attempt " + refunded.attempt())
                .orElseGet(() -> "There is no refund " + refunded.refundId());
    }

    private static OrderRefunded eventOf(byte[] event) {
        return Events.read(event, OrderRefunded.class);
    }
}
