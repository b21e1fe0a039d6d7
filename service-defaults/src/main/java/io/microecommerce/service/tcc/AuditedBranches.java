package io.microecommerce.service.tcc;

import io.microecommerce.api.branch.BranchFacade;
import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.branch.Settlement;
import io.microecommerce.api.branch.Xids;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** A participant's branches past the coordinator: its fence beside what its own rows hold. */
public final class AuditedBranches implements BranchFacade {

    private static final Logger log = LoggerFactory.getLogger(AuditedBranches.class);

    private final String service;
    private final List<Holds> kinds;
    private final FenceRows fence;
    private final TransactionTemplate transactions;

    /** @param kinds of which the first speaks for a transaction that has left nothing here */
    AuditedBranches(String service, List<Holds> kinds, FenceRows fence, TransactionTemplate transactions) {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException(service + " holds nothing");
        }
        this.service = service;
        this.kinds = List.copyOf(kinds);
        this.fence = fence;
        this.transactions = transactions;
    }

    @Override
    public List<String> heldLongerThan(long millis, int limit) {
        if (millis < 0 || limit < 1 || limit > Xids.MAX_AT_ONCE) {
            throw Refusal.invalid("limit", "must be 1 to " + Xids.MAX_AT_ONCE + ", and the age not negative");
        }
        Duration age = Duration.ofMillis(millis);
        return Stream.concat(
                        fence.triedFor(age, limit).stream(),
                        kinds.stream().flatMap(holds -> holds.heldFor(age, limit).stream()))
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public List<BranchView> branches(List<String> xids) {
        if (xids.isEmpty()) {
            return List.of();
        }
        if (xids.size() > Xids.MAX_AT_ONCE) {
            throw Refusal.invalid("xids", "must be at most " + Xids.MAX_AT_ONCE);
        }
        Map<String, List<FenceRows.Row>> rows =
                fence.of(xids).stream().collect(Collectors.groupingBy(FenceRows.Row::xid));
        Map<String, Held> held = held(xids);
        return xids.stream()
                .map(xid -> view(xid, rows.getOrDefault(xid, List.of()), held.get(xid)))
                .toList();
    }

    @Override
    public BranchView settle(SettleBranchCommand command) {
        return Objects.requireNonNull(transactions.execute(status -> settleInTransaction(command)));
    }

    private BranchView settleInTransaction(SettleBranchCommand command) {
        String xid = command.xid();
        // Phase two begins by locking the same rows.
        List<FenceRows.Row> rows = fence.lock(xid);
        Held held = held(List.of(xid)).get(xid);
        BranchView before = view(xid, rows, held);
        if (before.fence() != command.expectedFence()) {
            throw new Refusal(
                    ErrorCode.TRANSACTION_CHANGED,
                    service + " is " + before.fence() + " in " + xid + ", and not " + command.expectedFence()
                            + " any more.");
        }
        requireMayBecome(before, command);
        if (held != null && held.hold().state() == HoldState.HELD) {
            if (command.settlement() == Settlement.CONFIRM) {
                held.by().confirm(held.hold());
            } else {
                held.by().cancel(held.hold());
            }
        }
        moveFence(before, command.settlement());
        BranchView after = branches(List.of(xid)).get(0);
        log.info(
                "Settled without the coordinator, {}: {} was {} {}, is {} {}",
                command.settlement(),
                xid,
                before.fence(),
                before.hold(),
                after.fence(),
                after.hold());
        return after;
    }

    /** A branch that is tried and holds may come to both ends. What fence and rows do not agree upon is a person's to decide. */
    private void requireMayBecome(BranchView branch, SettleBranchCommand command) {
        boolean asTried = branch.fence() == FenceState.TRIED && branch.hold() == HoldState.HELD;
        if (!asTried && !(command.byHand() && canBecomeByHand(branch, command.settlement()))) {
            throw new Refusal(
                    ErrorCode.RESOLUTION_FORBIDDEN,
                    service + " is " + branch.fence() + " and " + branch.hold() + " in " + branch.xid() + ": no "
                            + command.settlement() + " follows that.");
        }
    }

    private static boolean canBecomeByHand(BranchView branch, Settlement settlement) {
        HoldState end = settlement == Settlement.CONFIRM ? HoldState.CONFIRMED : HoldState.NONE;
        boolean holdCan = branch.hold() == HoldState.HELD || branch.hold() == end;
        boolean fenceCan =
                switch (branch.fence()) {
                    case TRIED, ABSENT -> true;
                    case COMMITTED -> settlement == Settlement.CONFIRM;
                    case ROLLED_BACK, SUSPENDED -> settlement == Settlement.CANCEL;
                    case CONFLICTING -> false;
                };
        return branch.open() && holdCan && fenceCan;
    }

    private void moveFence(BranchView before, Settlement settlement) {
        FenceState end = settlement == Settlement.CONFIRM ? FenceState.COMMITTED : FenceState.ROLLED_BACK;
        if (before.fence() == FenceState.ABSENT) {
            fence.insert(before.xid(), before.action(), end);
        } else if (before.fence() == FenceState.TRIED && !fence.move(before.xid(), FenceState.TRIED, end)) {
            throw new IllegalStateException("A locked fence row was changed, xid " + before.xid());
        }
    }

    private Map<String, Held> held(List<String> xids) {
        return kinds.stream()
                .flatMap(holds -> holds.under(xids).stream().map(hold -> new Held(holds, hold)))
                .collect(Collectors.toMap(held -> held.hold().xid(), Function.identity()));
    }

    private BranchView view(String xid, List<FenceRows.Row> rows, @Nullable Held held) {
        Instant since = rows.isEmpty() ? null : rows.get(0).since();
        if (held == null) {
            return new BranchView(service, actionOf(rows), xid, stateOf(rows), HoldState.NONE, null, null, "", since);
        }
        Hold hold = held.hold();
        return new BranchView(
                service,
                held.by().action(),
                xid,
                stateOf(rows),
                hold.state(),
                hold.paymentId(),
                hold.orderId(),
                hold.what(),
                since == null ? hold.since() : since);
    }

    private String actionOf(List<FenceRows.Row> rows) {
        return rows.isEmpty() ? kinds.get(0).action() : rows.get(0).action();
    }

    private static FenceState stateOf(List<FenceRows.Row> rows) {
        List<FenceState> states =
                rows.stream().map(FenceRows.Row::state).distinct().toList();
        return switch (states.size()) {
            case 0 -> FenceState.ABSENT;
            case 1 -> states.get(0);
            default -> FenceState.CONFLICTING;
        };
    }

    /** What stands under a transaction, and whose it is. */
    private record Held(Holds by, Hold hold) {}
}
