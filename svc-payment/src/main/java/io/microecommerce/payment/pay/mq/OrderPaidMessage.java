package io.microecommerce.payment.pay.mq;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.payment.pay.DecidedMessage;
import io.microecommerce.payment.pay.Decision;
import io.microecommerce.payment.pay.OrderPaidMessages;
import io.microecommerce.payment.pay.PayAttempt;
import io.microecommerce.payment.pay.PayStep;
import io.microecommerce.payment.pay.PayTransaction;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.PaymentJournal;
import io.microecommerce.payment.pay.PaymentJournal.Note;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.mq.Events;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Binds OrderPaid to its payment: the global transaction runs under its half message, and the payment's row answers for it. */
@Component
class OrderPaidMessage implements DecidedMessage {

    private final PayTransaction transaction;
    private final Payments payments;
    private final PaymentJournal journal;
    private final OrderPaidMessages messages;

    OrderPaidMessage(
            PayTransaction transaction, Payments payments, PaymentJournal journal, OrderPaidMessages messages) {
        this.transaction = transaction;
        this.payments = payments;
        this.journal = journal;
        this.messages = messages;
    }

    @Override
    public String tag() {
        return OrderPaid.TAG;
    }

    @Override
    public void execute(byte[] event, Object attempt) {
        OrderPaid paid = eventOf(event);
        PayAttempt run = (PayAttempt) attempt;
        journal.note(Note.HALF_SENT, paid.paymentId(), paid.attempt(), null, null);
        run.progress().reached(PayStep.HALF_SENT);
        transaction.execute(run);
    }

    @Override
    public Decision decision(byte[] event) {
        OrderPaid paid = eventOf(event);
        return Decision.of(payments.byId(paid.paymentId()), paid.attempt());
    }

    @Override
    public void expireOverdue(byte[] event) {
        OrderPaid paid = eventOf(event);
        payments.expire(paid.paymentId(), paid.attempt());
    }

    @Override
    public void answered(byte[] event, Decision decision, boolean checkedBack) {
        OrderPaid paid = eventOf(event);
        Note asked = checkedBack ? Note.CHECKED_BACK : Note.ANSWERED;
        journal.note(asked, paid.paymentId(), paid.attempt(), null, decision.name());
    }

    @Override
    public void sendAgain(byte[] event) {
        messages.sendAgain(payments.byId(eventOf(event).paymentId()).orElseThrow());
    }

    @Override
    public Optional<Instant> deliveredAt(byte[] event) {
        return payments.eventSeenAt(eventOf(event).paymentId());
    }

    @Override
    public String inWords(byte[] event) {
        OrderPaid paid = eventOf(event);
        Optional<Payment> payment = payments.byId(paid.paymentId());
        return payment.map(row -> "Payment " + row.id() + " is " + row.status() + " at attempt " + row.attempt()
                        + ", the message is of attempt " + paid.attempt())
                .orElseGet(() -> "There is no payment " + paid.paymentId());
    }

    private static OrderPaid eventOf(byte[] event) {
        return Events.read(event, OrderPaid.class);
    }
}
