package io.microecommerce.payment.audit;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.branch.Settlement;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.payment.pay.PayProperties;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds at what has been held for too long, asks the coordinator whether it still works on it, and ends by the
 * {@link OrphanRules} what it has lost. It acts only on what it has seen twice, so that one wrong answer moves nothing. Several
 * instances may look at the same time: each step is conditional on the state that led to it.
 */
@Component
public class Auditor {

    private static final Logger log = LoggerFactory.getLogger(Auditor.class);
    private static final int OPEN_CASES_AT_ONCE = 500;

    private final Participants participants;
    private final Coordinator coordinator;
    private final AuditCases cases;
    private final AuditMeters meters;
    private final AuditProperties properties;

    Auditor(
            Participants participants,
            Coordinator coordinator,
            AuditCases cases,
            AuditMeters meters,
            AuditProperties properties,
            PayProperties pay) {
        properties.requireAtLeast(pay.decideWithin().minus(pay.decideMargin()));
        this.participants = participants;
        this.coordinator = coordinator;
        this.cases = cases;
        this.meters = meters;
        this.properties = properties;
    }

    /** One look at everything. It ends at the first whose word is missing: nothing can be decided without it. */
    @Scheduled(fixedDelayString = "${shop.audit.every}", initialDelayString = "${shop.audit.every}")
    void look() {
        try {
            Set<String> xids = new LinkedHashSet<>(participants.heldLongerThan(properties.after()));
            xids.addAll(cases.openXids(OPEN_CASES_AT_ONCE));
            for (Map.Entry<String, List<BranchView>> transaction :
                    participants.branches(xids).entrySet()) {
                lookAt(transaction.getKey(), transaction.getValue());
                meters.lookedAt();
            }
            meters.looked();
        } catch (SilentException silent) {
            log.warn("The auditor's look ended early: {}", silent.getMessage());
        } finally {
            meters.count(cases.openByVerdict(), cases.failing());
        }
    }

    private void lookAt(String xid, List<BranchView> branches) {
        Optional<AuditCase> known = cases.open(xid);
        Finding finding = Finding.of(xid, coordinator.status(xid), branches);
        if (finding.verdict().kind() == Verdict.Kind.SETTLED) {
            known.ifPresent(open -> cases.close(open.id(), AuditCases.COORDINATOR, finding.inWords()));
            return;
        }
        AuditCase recorded = cases.record(finding);
        boolean seenBefore =
                known.map(AuditCase::verdict).filter(finding.verdict()::equals).isPresent();
        if (!seenBefore) {
            tell(finding);
            return;
        }
        switch (finding.verdict().kind()) {
            case CONFIRM -> settle(recorded, finding, Settlement.CONFIRM);
            case CANCEL -> settle(recorded, finding, Settlement.CANCEL);
            case WAIT, PAGE, SETTLED -> {
                // Shown, and looked at again.
            }
        }
    }

    private void settle(AuditCase open, Finding finding, Settlement settlement) {
        List<BranchView> after = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        for (BranchView branch : finding.branches()) {
            if (branch.fence() != FenceState.TRIED) {
                after.add(branch);
                continue;
            }
            try {
                after.add(participants.settle(
                        branch.service(), new SettleBranchCommand(finding.xid(), settlement, branch.fence(), false)));
            } catch (Refusal | SilentException refused) {
                after.add(branch);
                failure = Optional.of(branch.service() + ": " + refused.getMessage());
                // Somebody was faster; the next look sees what came of it.
                if (refused instanceof Refusal refusal && refusal.code() == ErrorCode.TRANSACTION_CHANGED) {
                    failure = Optional.empty();
                }
            }
        }
        conclude(
                open, new Finding(finding.xid(), finding.coordinator(), after, finding.verdict()), finding, settlement);
        failure.ifPresent(why -> {
            log.warn("Transaction {} cannot be settled now, {}", finding.xid(), why);
            cases.failed(open.id(), why);
        });
    }

    private void conclude(AuditCase open, Finding after, Finding before, Settlement settlement) {
        if (after.branches().equals(before.branches())) {
            return;
        }
        Verdict verdict = before.verdict();
        cases.acted(
                open.id(),
                AuditCases.AUDITOR,
                settlement.name(),
                verdict.rule().name(),
                verdict.why(),
                before.inWords(),
                after.inWords());
        meters.settled(verdict.rule(), settlement);
        log.warn(
                "Transaction {} was lost by the coordinator, and ended by {}: {}; before: {}; after: {}",
                after.xid(),
                settlement,
                verdict.why(),
                before.inWords(),
                after.inWords());
        if (OrphanRules.judge(before.coordinator(), after.branches()).kind() == Verdict.Kind.SETTLED) {
            cases.close(open.id(), AuditCases.AUDITOR, after.inWords());
        }
    }

    private static void tell(Finding finding) {
        String what = finding.verdict().why() + " " + finding.inWords();
        if (finding.verdict().kind() == Verdict.Kind.PAGE) {
            log.error(
                    "Transaction {} needs a person, {}: {}",
                    finding.xid(),
                    finding.verdict().rule(),
                    what);
        } else {
            log.warn(
                    "Transaction {} hangs, {}: {}",
                    finding.xid(),
                    finding.verdict().rule(),
                    what);
        }
    }
}
