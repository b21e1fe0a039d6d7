package io.microecommerce.api.payment;

import io.microecommerce.api.branch.BranchView;
import java.io.Serializable;
import java.util.List;

/**
 * @param before the branches as they were found
 * @param after as they are now; in a dry run as they would be
 * @param closed whether nothing is left to do about it
 */
public record ResolutionView(
        boolean dryRun, String rule, String why, List<BranchView> before, List<BranchView> after, boolean closed)
        implements Serializable {

    public ResolutionView {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
