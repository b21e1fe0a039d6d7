package io.microecommerce.gateway.transaction.web;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One participant's part in a global transaction: its fence beside its own rows. */
record BranchResponse(
        String service, String action, FenceState fence, HoldState hold, String what, @Nullable Instant since) {

    static BranchResponse of(BranchView branch) {
        return new BranchResponse(
                branch.service(), branch.action(), branch.fence(), branch.hold(), branch.what(), branch.since());
    }
}
