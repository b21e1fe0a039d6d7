package io.microecommerce.payment.audit;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.branch.Settlement;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.ResolutionView;
import io.microecommerce.api.payment.ResolveTransactionCommand;
import io.microecommerce.api.payment.ResolveTransactionCommand.Action;
import io.microecommerce.payment.audit.Verdict.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The use case: a member of the staff ends what the coordinator has lost. The rules are the auditor's. Where it pages, the payment
 * row decides, as it does everywhere: what is left of a paid transaction can only be confirmed, of any other only cancelled; and
 * once nothing is held any more, what people have repaired is accepted.
 */
@Service
public class ResolveTransaction {

    private static final Logger log = LoggerFactory.getLogger(ResolveTransaction.class);

    private final Participants participants;
    private final Coordinator coordinator;
    private final AuditCases cases;

    ResolveTransaction(Participants participants, Coordinator coordinator, AuditCases cases) {
        this.participants = participants;
        this.coordinator = coordinator;
        this.cases = cases;
    }

    /** @throws Refusal as {@link io.microecommerce.api.payment.StaffTransactionFacade#resolve} says */
    public ResolutionView resolve(ResolveTransactionCommand command) {
        Finding finding = find(command.xid());
        Optional<AuditCase> open = cases.open(command.xid());
        requireKnown(finding, open);
        requireExpected(finding, command);
        requireAllowed(finding, command.action(), open);
        if (command.dryRun()) {
            List<BranchView> after = finding.branches().stream()
                    .map(branch -> foreseen(branch, command.action()))
                    .toList();
            return view(true, finding, after, closes(finding, after, command.action()));
        }
        AuditCase auditCase = cases.record(finding);
        List<BranchView> after = settle(finding, command);
        cases.acted(
                auditCase.id(),
                command.staffId(),
                command.action().name(),
                finding.verdict().rule().name(),
                command.reason(),
                finding.inWords(),
                OrphanRules.words(after));
        boolean closed = closes(finding, after, command.action());
        if (closed) {
            cases.close(auditCase.id(), command.staffId(), OrphanRules.words(after));
        }
        log.warn(
                "Transaction {} was resolved by {}, {}: {}; after: {}",
                command.xid(),
                command.staffId(),
                command.action(),
                command.reason(),
                OrphanRules.words(after));
        return view(false, finding, after, closed);
    }

    private Finding find(String xid) {
        try {
            List<BranchView> branches = participants.branches(List.of(xid)).getOrDefault(xid, List.of());
            return Finding.of(xid, coordinator.status(xid), branches);
        } catch (SilentException silent) {
            throw new Refusal(ErrorCode.SERVICE_UNAVAILABLE, silent.getMessage() + ". Nothing was changed; try again.");
        }
    }

    private static void requireKnown(Finding finding, Optional<AuditCase> open) {
        if (open.isEmpty() && finding.branches().stream().noneMatch(BranchView::open)) {
            throw new Refusal(ErrorCode.TRANSACTION_NOT_FOUND, "Nothing is held under this XID, and no case is open.");
        }
    }

    private static void requireExpected(Finding finding, ResolveTransactionCommand command) {
        TreeMap<String, FenceState> now = finding.branches().stream()
                .collect(Collectors.toMap(BranchView::service, BranchView::fence, (one, other) -> other, TreeMap::new));
        if (!now.equals(command.expected())) {
            throw new Refusal(
                    ErrorCode.TRANSACTION_CHANGED, "The fences say " + now + " by now; look again before you decide.");
        }
    }

    private static void requireAllowed(Finding finding, Action action, Optional<AuditCase> open) {
        if (finding.coordinator().atWork()) {
            throw new Refusal(
                    ErrorCode.TRANSACTION_AT_WORK,
                    "The coordinator has it as " + finding.coordinator().name()
                            + " and tries again; repair what keeps the branch from its end.");
        }
        Action only = only(finding);
        if (action != only) {
            throw new Refusal(
                    ErrorCode.RESOLUTION_FORBIDDEN,
                    "The rule " + finding.verdict().rule() + " leaves " + only + " alone: "
                            + finding.verdict().why());
        }
        if (action == Action.ACCEPT && open.isEmpty()) {
            throw new Refusal(ErrorCode.TRANSACTION_NOT_FOUND, "There is no open case to accept.");
        }
    }

    /** The one end that the rules leave. */
    static Action only(Finding finding) {
        return switch (finding.verdict().kind()) {
            case CONFIRM -> Action.CONFIRM;
            case CANCEL -> Action.CANCEL;
            case WAIT, SETTLED -> Action.ACCEPT;
            case PAGE -> onlyAfterPage(finding);
        };
    }

    private static Action onlyAfterPage(Finding finding) {
        if (finding.branches().stream().noneMatch(BranchView::open)) {
            return Action.ACCEPT;
        }
        boolean confirmed = finding.verdict().rule() == Rule.MIXED
                ? finding.branches().stream()
                        .filter(branch -> branch.service().equals(Participants.PAYMENT))
                        .anyMatch(ResolveTransaction::isConfirmed)
                : finding.branches().stream().anyMatch(ResolveTransaction::isConfirmed);
        return confirmed ? Action.CONFIRM : Action.CANCEL;
    }

    private static boolean isConfirmed(BranchView branch) {
        return branch.fence() == FenceState.COMMITTED || branch.hold() == HoldState.CONFIRMED;
    }

    private List<BranchView> settle(Finding finding, ResolveTransactionCommand command) {
        List<BranchView> after = new ArrayList<>();
        for (BranchView branch : finding.branches()) {
            boolean settles = branch.open() && command.action() != Action.ACCEPT;
            after.add(
                    settles ? settle(branch, Settlement.valueOf(command.action().name())) : branch);
        }
        return after;
    }

    /** What one participant refuses stays as it is, and stands in the answer; the others are settled all the same. */
    private BranchView settle(BranchView branch, Settlement settlement) {
        try {
            return participants.settle(
                    branch.service(), new SettleBranchCommand(branch.xid(), settlement, branch.fence(), true));
        } catch (Refusal | SilentException refused) {
            log.warn("{} is not settled in {}: {}", branch.service(), branch.xid(), refused.getMessage());
            return branch;
        }
    }

    private static BranchView foreseen(BranchView branch, Action action) {
        if (!branch.open() || action == Action.ACCEPT) {
            return branch;
        }
        boolean confirm = action == Action.CONFIRM;
        return new BranchView(
                branch.service(),
                branch.action(),
                branch.xid(),
                confirm ? FenceState.COMMITTED : FenceState.ROLLED_BACK,
                confirm ? HoldState.CONFIRMED : HoldState.NONE,
                branch.paymentId(),
                branch.orderId(),
                branch.what(),
                branch.since());
    }

    private static boolean closes(Finding before, List<BranchView> after, Action action) {
        return action == Action.ACCEPT
                || OrphanRules.judge(before.coordinator(), after).kind() == Verdict.Kind.SETTLED;
    }

    private static ResolutionView view(boolean dryRun, Finding finding, List<BranchView> after, boolean closed) {
        Verdict verdict = finding.verdict();
        return new ResolutionView(dryRun, verdict.rule().name(), verdict.why(), finding.branches(), after, closed);
    }
}
