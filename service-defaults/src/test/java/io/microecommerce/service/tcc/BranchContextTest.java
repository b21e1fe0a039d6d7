package io.microecommerce.service.tcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.microecommerce.api.branch.HoldState;
import java.util.Map;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.junit.jupiter.api.Test;

class BranchContextTest {

    private static final Hold HOLD = new Hold("tc:1", HoldState.HELD, null, "o-1", "order o-1 PAYING", null);

    @Test
    void carriesTheValueToConfirmAndCancel() {
        BusinessActionContext branch = BranchContext.of(HOLD, "orderId", HOLD.orderId());

        assertThat(branch.getXid()).isEqualTo("tc:1");
        assertThat(BranchContext.required(branch, "orderId")).isEqualTo("o-1");
    }

    @Test
    void refusesABranchThatDoesNotCarryIt() {
        BusinessActionContext branch = new BusinessActionContext("tc:1", "17", Map.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> BranchContext.required(branch, "orderId"))
                .withMessage("Branch 17 of tc:1 carries no orderId");
    }

    @Test
    void refusesAHoldThatDoesNotKnowIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BranchContext.of(HOLD, "paymentId", HOLD.paymentId()))
                .withMessage("What is held in tc:1 knows no paymentId");
    }
}
