package io.microecommerce.payment;

import io.microecommerce.service.tcc.ParticipantTestbed;

/** The service as all tests of this module run it: with PostgreSQL, the TC and RocketMQ, without Nacos. */
public final class PaymentService {

    /** Deliveries after the first, a second apart, so that a message is dead within a test. */
    public static final int RETRIES = 2;

    private PaymentService() {}

    public static ParticipantTestbed testbed() {
        return ParticipantTestbed.of("svc-payment", PaymentApplication.class)
                .beside("rocketmq-namesrv", "rocketmq-broker")
                // There is no registry to find them in; nobody listens there.
                .with("dubbo.reference.io.microecommerce.api.order.OrderPaymentFacade.url", "tri://127.0.0.1:9")
                .with("dubbo.reference.io.microecommerce.api.product.StockFacade.url", "tri://127.0.0.1:9")
                .with("dubbo.reference.io.microecommerce.api.order.OrderRefundFacade.url", "tri://127.0.0.1:9")
                .with("dubbo.reference.io.microecommerce.api.product.StockReturnFacade.url", "tri://127.0.0.1:9")
                .with("dubbo.reference.io.microecommerce.api.customer.RewardClaimFacade.url", "tri://127.0.0.1:9")
                .with("shop.consumer.max-retries", Integer.toString(RETRIES))
                .with("shop.consumer.retry-delay-level", "1")
                .with("dubbo.reference.io.microecommerce.api.branch.BranchFacade.url", "tri://127.0.0.1:9")
                // A test that needs a sweep calls it.
                .with("shop.audit.every", "1h")
                .with("dubbo.reference.io.microecommerce.api.order.StaffNotificationFacade.url", "tri://127.0.0.1:9")
                .with("shop.provider.work-every", "1h")
                .with("shop.provider.count-every", "1h")
                .with("shop.statement.look-every", "1h")
                .with("shop.payment.sweep-every", "1h")
                .with("shop.payment.republish-after", "1h")
                .with("shop.idempotency.purge-interval", "1h");
    }
}
