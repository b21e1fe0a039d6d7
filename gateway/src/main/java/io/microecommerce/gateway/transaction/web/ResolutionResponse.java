package io.microecommerce.gateway.transaction.web;

import io.microecommerce.api.payment.ResolutionView;
import java.util.List;

/**
 * @param after the branches as they are now; in a dry run as they would be
 * @param closed whether nothing is left to do
 */
record ResolutionResponse(
        boolean dryRun,
        String rule,
        String why,
        List<BranchResponse> before,
        List<BranchResponse> after,
        boolean closed) {

    static ResolutionResponse of(ResolutionView resolution) {
        return new ResolutionResponse(
                resolution.dryRun(),
                resolution.rule(),
                resolution.why(),
                resolution.before().stream().map(BranchResponse::of).toList(),
                resolution.after().stream().map(BranchResponse::of).toList(),
                resolution.closed());
    }
}
