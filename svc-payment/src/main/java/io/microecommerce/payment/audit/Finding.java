package io.microecommerce.payment.audit;

import io.microecommerce.api.branch.BranchView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One look at one global transaction. */
public record Finding(String xid, CoordinatorStatus coordinator, List<BranchView> branches, Verdict verdict) {

    public Finding {
        branches = List.copyOf(branches);
    }

    static Finding of(String xid, CoordinatorStatus coordinator, List<BranchView> branches) {
        return new Finding(xid, coordinator, branches, OrphanRules.judge(coordinator, branches));
    }

    public String inWords() {
        return OrphanRules.words(branches);
    }

    public @Nullable String paymentId() {
        return first(branches.stream().map(BranchView::paymentId));
    }

    public @Nullable String orderId() {
        return first(branches.stream().map(BranchView::orderId));
    }

    private static @Nullable String first(Stream<@Nullable String> ids) {
        return ids.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
