package io.microecommerce.payment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.refund.PaidPayment;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.payment.refund.Refunds;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose branch is missing, and who takes no part; the refunds are real rows. */
class TakingPartTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private final String xid = "xid-" + UUID.randomUUID();

    @Test
    void aPaymentHasNoRewards() {
        assertThat(among(FenceState.ABSENT)).containsExactly("svc-order", "svc-product", "svc-payment");
    }

    @Test
    void aRefundBeforeShippingHasRewardsAndGoods() {
        held(OrderStatus.PAID);

        assertThat(among(FenceState.ABSENT)).containsExactly("svc-order", "svc-product", "svc-customer", "svc-payment");
    }

    @Test
    void aRefundOfGoodsThatAreOutHasNoStock() {
        held(OrderStatus.SHIPPED);

        assertThat(among(FenceState.ABSENT)).containsExactly("svc-order", "svc-customer", "svc-payment");
    }

    @Test
    void whoHasSomethingAllTheSameIsShown() {
        assertThat(among(FenceState.TRIED)).containsExactly("svc-order", "svc-product", "svc-customer", "svc-payment");
    }

    private void held(OrderStatus orderWas) {
        Refunds refunds = testbed.bean(Refunds.class);
        PaidPayment paid = PaidPayment.by(PaymentMethod.BALANCE, testbed);
        Refund refund = refunds.open(
                        new RefundCommand(
                                paid.id(),
                                "staff-1",
                                true,
                                "Torn.",
                                UUID.randomUUID().toString()),
                        orderWas,
                        "hash")
                .orElseThrow();
        assertThat(refunds.hold(refund.id(), 1, xid)).isTrue();
    }

    /** @param fence of every service */
    private List<String> among(FenceState fence) {
        List<BranchView> branches = new ArrayList<>(Stream.of("svc-order", "svc-product", "svc-customer", "svc-payment")
                .map(service -> new BranchView(service, "action", xid, fence, HoldState.NONE, null, null, "", null))
                .toList());
        return testbed.bean(TakingPart.class).among(Map.of(xid, branches)).get(xid).stream()
                .map(BranchView::service)
                .toList();
    }
}
