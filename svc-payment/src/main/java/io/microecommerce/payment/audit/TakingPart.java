package io.microecommerce.payment.audit;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.payment.refund.HeldRefund;
import io.microecommerce.payment.refund.Refunds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which branches a global transaction has, by what it is for: a payment's has money, order and stock; a refund's has rewards too,
 * and stock only where the goods had not left. Who takes no part is not missing, unless it has something all the same.
 */
@Component
public class TakingPart {

    private final Refunds refunds;

    TakingPart(Refunds refunds) {
        this.refunds = refunds;
    }

    /** @param branches of each transaction, one of each service that there is */
    public Map<String, List<BranchView>> among(Map<String, List<BranchView>> branches) {
        Map<String, HeldRefund> refunding = refunding(branches.keySet());
        branches.forEach(
                (xid, all) -> all.removeIf(branch -> isNowhere(branch) && !takesPart(branch, refunding.get(xid))));
        return branches;
    }

    private Map<String, HeldRefund> refunding(Collection<String> xids) {
        return xids.isEmpty()
                ? Map.of()
                : refunds.under(xids).stream().collect(Collectors.toMap(HeldRefund::xid, Function.identity()));
    }

    private static boolean isNowhere(BranchView branch) {
        return branch.fence() == FenceState.ABSENT && branch.hold() == HoldState.NONE;
    }

    private static boolean takesPart(BranchView branch, @Nullable HeldRefund refund) {
        return switch (branch.service()) {
            case Participants.CUSTOMER -> refund != null;
            case Participants.PRODUCT -> refund == null || !refund.refund().goodsAreOut();
            default -> true;
        };
    }
}
