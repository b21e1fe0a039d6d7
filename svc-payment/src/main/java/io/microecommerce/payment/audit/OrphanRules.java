package io.microecommerce.payment.audit;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.payment.audit.Verdict.Rule;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The orphan rules, a pure function of what the coordinator says and what every participant's fence and rows say. A rule that ends
 * a transaction follows a decision that was made, or makes one where nobody can have made another; it never guesses.
 */
final class OrphanRules {

    private OrphanRules() {}

    /** @param branches one of each participant */
    static Verdict judge(CoordinatorStatus coordinator, List<BranchView> branches) {
        List<BranchView> confirmed = matching(branches, OrphanRules::isConfirmed);
        List<BranchView> cancelled = matching(branches, OrphanRules::isCancelled);
        if (branches.stream().noneMatch(BranchView::open) && (confirmed.isEmpty() || cancelled.isEmpty())) {
            return Rule.ALL_ENDED.because("Nothing is held: " + words(branches) + ".");
        }
        if (coordinator.atWork()) {
            return Rule.COORDINATOR_AT_WORK.because("The coordinator has it as " + coordinator.name() + ": "
                    + words(branches) + ". It tries again until each branch has answered.");
        }
        return judgeOrphan(branches, confirmed, cancelled);
    }

    private static Verdict judgeOrphan(
            List<BranchView> branches, List<BranchView> confirmed, List<BranchView> cancelled) {
        for (BranchView branch : branches) {
            if (branch.fence() == FenceState.CONFLICTING) {
                return Rule.FENCE_CONFLICTING.because("The fence of " + branch.service() + " has several rows.");
            }
        }
        if (!confirmed.isEmpty() && !cancelled.isEmpty()) {
            return Rule.MIXED.because(names(confirmed) + " confirmed, " + names(cancelled) + " cancelled.");
        }
        for (BranchView branch : branches) {
            if (branch.fence() == FenceState.TRIED && branch.hold() != HoldState.HELD) {
                return Rule.TRIED_WITHOUT_HOLD.because("The fence of " + branch.service()
                        + " says TRIED, and its rows say " + branch.hold() + ": a hand was in the database.");
            }
            if (branch.fence() != FenceState.TRIED && branch.hold() == HoldState.HELD) {
                return Rule.HELD_WITHOUT_TRY.because("The rows of " + branch.service()
                        + " are held, and its fence says " + branch.fence() + ": a hand was in the database.");
            }
        }
        List<BranchView> absent = matching(branches, branch -> branch.fence() == FenceState.ABSENT);
        if (!confirmed.isEmpty()) {
            return absent.isEmpty()
                    ? Rule.ONE_CONFIRMED.because(names(confirmed) + " confirmed, so the commit was decided.")
                    : Rule.CONFIRMED_WITHOUT_TRY.because(
                            names(confirmed) + " confirmed, and " + names(absent) + " never tried.");
        }
        if (!cancelled.isEmpty()) {
            return Rule.ONE_CANCELLED.because(names(cancelled) + " cancelled, so the rollback was decided.");
        }
        if (absent.stream().anyMatch(branch -> branch.service().equals(Participants.PAYMENT))) {
            return Rule.PAYMENT_NOT_HELD.because("The payment holds no money under this transaction.");
        }
        if (!absent.isEmpty()) {
            return Rule.TRY_MISSING.because(names(absent) + " never tried, so no commit can have been decided.");
        }
        return Rule.ALL_TRIED.because("Every branch waits, and the coordinator knows nothing of it.");
    }

    private static boolean isConfirmed(BranchView branch) {
        return branch.fence() == FenceState.COMMITTED || branch.hold() == HoldState.CONFIRMED;
    }

    private static boolean isCancelled(BranchView branch) {
        return branch.fence() == FenceState.ROLLED_BACK || branch.fence() == FenceState.SUSPENDED;
    }

    private static List<BranchView> matching(List<BranchView> branches, Predicate<BranchView> which) {
        return branches.stream().filter(which).toList();
    }

    private static String names(List<BranchView> branches) {
        return branches.stream()
                .map(BranchView::service)
                .collect(Collectors.joining(" and ", "", branches.size() == 1 ? " is" : " are"));
    }

    /** Fence and rows of each, for a case and its actions. */
    static String words(List<BranchView> branches) {
        return branches.stream()
                .map(branch -> branch.service() + " " + branch.fence() + "/" + branch.hold()
                        + (branch.what().isEmpty() ? "" : " (" + branch.what() + ")"))
                .collect(Collectors.joining("; "));
    }
}
