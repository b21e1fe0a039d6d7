package io.microecommerce.order.notification.store;

import io.microecommerce.order.notification.MailQueue;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The mails that are to be sent, as columns of the notifications in PostgreSQL. */
@Repository
class MyBatisMailQueue implements MailQueue {

    private final MailQueueMapper mails;

    MyBatisMailQueue(MailQueueMapper mails) {
        this.mails = mails;
    }

    @Override
    public void takeUp(Duration youngerThan) {
        mails.takeUp(youngerThan.toMillis());
    }

    @Override
    public Optional<Mail> lease(Duration lease) {
        return Optional.ofNullable(mails.lease(lease.toMillis())).map(MailRow::toMail);
    }

    @Override
    public void sent(Mail mail) {
        mails.sent(mail.notification().id());
    }

    @Override
    public void putBack(Mail mail, Duration after) {
        mails.putBack(mail.notification().id(), mail.attempt(), after.toMillis());
    }

    @Override
    public void giveUp(Mail mail) {
        mails.giveUp(mail.notification().id(), mail.attempt());
    }
}
