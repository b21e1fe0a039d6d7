package io.microecommerce.gateway;

import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.api.payment.ProviderCallbackFacade;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.api.payment.RefundFacade;
import io.microecommerce.api.payment.RefundView;
import io.microecommerce.api.payment.ResolveDifferenceCommand;
import io.microecommerce.api.payment.StatementDifferenceView;
import io.microecommerce.api.payment.StatementFacade;
import io.microecommerce.api.payment.StatementPage;
import io.microecommerce.api.payment.StatementView;
import io.microecommerce.api.payment.TopUpCommand;
import io.microecommerce.api.payment.TopUpFacade;
import io.microecommerce.api.payment.TopUpView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands in for what svc-payment offers of the money from outside and of what goes back, see {@link FakeServices}. */
public final class FakeProviderServices implements ProviderCallbackFacade, TopUpFacade, RefundFacade, StatementFacade {

    private static final TopUpView TOP_UP = new TopUpView(
            "top-up-1",
            TopUpView.Status.AWAITING_PROVIDER,
            FakeServices.PRICE,
            "weixin://wxpay/bizpayurl?pr=1",
            FakeServices.THEN,
            FakeServices.THEN,
            null);

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static final StatementDifferenceView DIFFERENCE = new StatementDifferenceView(
            7, DAY, "MISSING_THERE", "payment-1", "nothing", "SPENT", FakeServices.THEN, null, null, null, null);

    private final FakeServices services;

    public FakeProviderServices(FakeServices services) {
        this.services = services;
    }

    @Override
    public void hear(ProviderCallback callback) {
        services.answer("", callback);
    }

    @Override
    public TopUpView topUp(TopUpCommand command) {
        return services.answer(TOP_UP, command);
    }

    @Override
    public TopUpView topUp(String customerId, String topUpId) {
        return services.answer(TOP_UP, customerId, topUpId);
    }

    @Override
    public StatementPage statements(@Nullable String cursor, int size) {
        return services.answer(new StatementPage(List.of(statement()), "2026-01-01"), size);
    }

    @Override
    public StatementView statement(LocalDate day) {
        return services.answer(statement(), day);
    }

    private static StatementView statement() {
        return new StatementView(DAY, FakeServices.THEN, 3, 1, null, 1, 2, List.of(DIFFERENCE));
    }

    @Override
    public StatementDifferenceView resolve(ResolveDifferenceCommand command) {
        return services.answer(DIFFERENCE, command);
    }

    @Override
    public RefundView refund(RefundCommand command) {
        return services.answer(services.refund, command);
    }

    @Override
    public RefundView refundOf(String paymentId, @Nullable String customerId) {
        return services.answer(services.refund, paymentId, String.valueOf(customerId));
    }
}
