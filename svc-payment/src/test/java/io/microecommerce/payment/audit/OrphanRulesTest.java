package io.microecommerce.payment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.payment.audit.Verdict.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of cases. A branch is written as its fence and its rows: T+ is TRIED and held, C is COMMITTED and confirmed, R is
 * ROLLED_BACK, S is SUSPENDED, and - is nothing at all; T-, +, C+ and R+ are what no service does by itself.
 */
class OrphanRulesTest {

    private static final CoordinatorStatus LOST = new CoordinatorStatus("Finished", false);
    private static final CoordinatorStatus AT_WORK = new CoordinatorStatus("CommitRetrying", true);

    @ParameterizedTest(name = "order {0}, stock {1}, payment {2}: {3}")
    @CsvSource({
        // Everything has ended.
        "C, C, C, ALL_ENDED",
        "R, R, R, ALL_ENDED",
        "S, R, S, ALL_ENDED",
        "-, -, -, ALL_ENDED",
        "R, -, S, ALL_ENDED",
        // Nobody has decided.
        "T+, T+, T+, ALL_TRIED",
        "T+, -, T+, TRY_MISSING",
        "-, -, T+, TRY_MISSING",
        "T+, T+, -, PAYMENT_NOT_HELD",
        "-, T+, -, PAYMENT_NOT_HELD",
        // The commit was decided.
        "T+, T+, C, ONE_CONFIRMED",
        "C, T+, T+, ONE_CONFIRMED",
        "C, C, T+, ONE_CONFIRMED",
        // The rollback was decided.
        "T+, T+, R, ONE_CANCELLED",
        "R, T+, T+, ONE_CANCELLED",
        "T+, S, T+, ONE_CANCELLED",
        "T+, S, -, ONE_CANCELLED",
        // A branch that was registered too late, after all others were cancelled.
        "R, T+, R, ONE_CANCELLED",
        // Nobody but a person can tell.
        "C, R, T+, MIXED",
        "C, T+, R, MIXED",
        "T+, S, C, MIXED",
        "C, R, C, MIXED",
        "C, -, T+, CONFIRMED_WITHOUT_TRY",
        "T+, -, C, CONFIRMED_WITHOUT_TRY",
        "T-, T+, T+, TRIED_WITHOUT_HOLD",
        "C, T-, C, TRIED_WITHOUT_HOLD",
        "+, T+, T+, HELD_WITHOUT_TRY",
        "R+, R, R, HELD_WITHOUT_TRY",
        "C+, C, C, HELD_WITHOUT_TRY",
        "X, T+, T+, FENCE_CONFLICTING"
    })
    void judges(String order, String stock, String payment, Rule rule) {
        Verdict verdict = OrphanRules.judge(LOST, branches(order, stock, payment));

        assertThat(verdict.rule()).isEqualTo(rule);
        assertThat(verdict.why()).isNotBlank();
    }

    @ParameterizedTest(name = "order {0}, stock {1}, payment {2}")
    @CsvSource({"T+, T+, T+", "T+, T+, C", "R, T+, T+", "C, R, T+", "T-, T+, T+", "+, R, R"})
    void leavesAloneWhatTheCoordinatorWorksOn(String order, String stock, String payment) {
        assertThat(OrphanRules.judge(AT_WORK, branches(order, stock, payment)).kind())
                .isEqualTo(Verdict.Kind.WAIT);
    }

    @Test
    void whatTheCoordinatorHasEndedAndNotYetForgottenHasEnded() {
        assertThat(OrphanRules.judge(AT_WORK, branches("C", "C", "C")).kind()).isEqualTo(Verdict.Kind.SETTLED);
    }

    /** Over all 343 states: a transaction of which a branch is confirmed is never cancelled, and the other way round. */
    @Test
    void neverGoesAgainstADecision() {
        List<String> states = List.of("-", "T+", "T-", "C", "R", "S", "R+");
        for (String order : states) {
            for (String stock : states) {
                for (String payment : states) {
                    List<BranchView> branches = branches(order, stock, payment);
                    Verdict.Kind kind = OrphanRules.judge(LOST, branches).kind();
                    if (List.of(order, stock, payment).contains("C")) {
                        assertThat(kind).as("%s", branches).isNotEqualTo(Verdict.Kind.CANCEL);
                    } else {
                        assertThat(kind).as("%s", branches).isNotEqualTo(Verdict.Kind.CONFIRM);
                    }
                }
            }
        }
    }

    private static List<BranchView> branches(String order, String stock, String payment) {
        List<BranchView> branches = new ArrayList<>();
        branches.add(branch("svc-order", order));
        branches.add(branch("svc-product", stock));
        branches.add(branch("svc-payment", payment));
        return branches;
    }

    private static BranchView branch(String service, String state) {
        FenceState fence =
                switch (state.charAt(0)) {
                    case 'T' -> FenceState.TRIED;
                    case 'C' -> FenceState.COMMITTED;
                    case 'R' -> FenceState.ROLLED_BACK;
                    case 'S' -> FenceState.SUSPENDED;
                    case 'X' -> FenceState.CONFLICTING;
                    default -> FenceState.ABSENT;
                };
        HoldState hold =
                switch (state) {
                    case "T+", "+", "C+", "R+", "X" -> HoldState.HELD;
                    case "C" -> HoldState.CONFIRMED;
                    default -> HoldState.NONE;
                };
        return new BranchView(service, "action", "xid", fence, hold, null, null, "", null);
    }
}
