package io.microecommerce.payment.audit;

import io.microecommerce.api.Limits;
import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.Xids;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.AuditCaseView;
import io.microecommerce.api.payment.TransactionPage;
import io.microecommerce.api.payment.TransactionView;
import io.microecommerce.api.payment.TransactionView.State;
import io.microecommerce.payment.pay.PayTransaction;
import io.microecommerce.payment.refund.HeldRefund;
import io.microecommerce.payment.refund.RefundTransaction;
import io.microecommerce.payment.refund.Refunds;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Global transactions as staff see them: what stands in this service's tables, and what everybody says of it now. */
@Service
public class ReadTransactions {

    private final Transactions transactions;
    private final AuditCases cases;
    private final Participants participants;
    private final Coordinator coordinator;
    private final Refunds refunds;

    ReadTransactions(
            Transactions transactions,
            AuditCases cases,
            Participants participants,
            Coordinator coordinator,
            Refunds refunds) {
        this.transactions = transactions;
        this.cases = cases;
        this.participants = participants;
        this.coordinator = coordinator;
        this.refunds = refunds;
    }

    /** @throws Refusal {@code INVALID_FIELD} for a cursor that no page gave, or a size out of bounds */
    public TransactionPage page(@Nullable State state, @Nullable String cursor, int size) {
        Limits.requirePageSize(size);
        Place after = cursor == null ? new Place(null, null) : Place.decode(cursor);
        List<TransactionRow> oneMore = transactions.newest(state, after.moment(), after.key(), size + 1);
        List<TransactionRow> rows = oneMore.size() > size ? oneMore.subList(0, size) : oneMore;
        List<String> xids = rows.stream()
                .map(TransactionRow::xid)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, List<BranchView>> branches = branches(xids);
        Set<String> ofRefunds = ofRefunds(xids);
        List<TransactionView> items = rows.stream()
                .map(row -> {
                    List<BranchView> all = branches.getOrDefault(String.valueOf(row.xid()), List.of());
                    return view(row, all, name(row.ofRefund() || ofRefunds.contains(row.xid()), all));
                })
                .toList();
        return new TransactionPage(
                items, oneMore.size() > size ? Place.of(rows.get(size - 1)).encode() : null);
    }

    /** @throws Refusal {@code TRANSACTION_NOT_FOUND} */
    public TransactionView transaction(String xid) {
        Xids.require(xid);
        List<AuditCase> found = cases.all(xid);
        List<TransactionRow> payments = transactions.underWay(xid);
        List<BranchView> branches = branches(List.of(xid)).getOrDefault(xid, List.of());
        boolean anywhere = branches.stream().anyMatch(branch -> branch.since() != null);
        if (found.isEmpty() && payments.isEmpty() && !anywhere) {
            throw new Refusal(ErrorCode.TRANSACTION_NOT_FOUND, "There is no transaction " + xid + ".");
        }
        AuditCase newest = found.isEmpty() ? null : found.get(0);
        TransactionRow payment = payments.isEmpty() ? null : payments.get(0);
        return new TransactionView(
                xid,
                newest == null ? State.IN_FLIGHT : state(newest),
                first(
                        branches.stream().map(BranchView::paymentId).toList(),
                        newest == null ? null : newest.paymentId()),
                first(branches.stream().map(BranchView::orderId).toList(), newest == null ? null : newest.orderId()),
                payment == null ? null : payment.paymentStatus(),
                payment == null ? 0 : payment.attempt(),
                newest == null ? since(branches, payment) : newest.firstSeenAt(),
                status(xid),
                branches,
                found.stream().map(this::view).toList(),
                name(!ofRefunds(List.of(xid)).isEmpty(), branches));
    }

    private Set<String> ofRefunds(List<String> xids) {
        return xids.isEmpty()
                ? Set.of()
                : refunds.under(xids).stream().map(HeldRefund::xid).collect(Collectors.toSet());
    }

    /** A refund's row forgets the XID of an earlier attempt; that rewards are taken back then tells whose it was. */
    private static String name(boolean ofRefund, List<BranchView> branches) {
        boolean takesRewardsBack =
                branches.stream().anyMatch(branch -> branch.service().equals(Participants.CUSTOMER));
        return ofRefund || takesRewardsBack ? RefundTransaction.NAME : PayTransaction.NAME;
    }

    private static Instant since(List<BranchView> branches, @Nullable TransactionRow payment) {
        if (payment != null) {
            return payment.since();
        }
        return branches.stream()
                .map(BranchView::since)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private TransactionView view(TransactionRow row, List<BranchView> branches, String name) {
        String xid = row.xid();
        List<AuditCaseView> shown = row.verdict() == null || xid == null
                ? List.of()
                : cases.all(xid).stream()
                        .filter(found -> row.key().equals("case-" + found.id()))
                        .map(this::view)
                        .toList();
        return new TransactionView(
                xid,
                state(row.verdict(), row.closed()),
                row.paymentId(),
                row.orderId(),
                row.paymentStatus(),
                row.attempt(),
                row.since(),
                xid == null || row.closed() ? null : status(xid),
                branches,
                shown,
                name);
    }

    private AuditCaseView view(AuditCase found) {
        return new AuditCaseView(
                found.id(),
                found.verdict().kind().name(),
                found.verdict().rule().name(),
                found.verdict().why(),
                found.found(),
                found.firstSeenAt(),
                found.lastSeenAt(),
                found.failure(),
                found.closedAt(),
                found.closedBy(),
                found.outcome(),
                cases.actions(found.id()).stream()
                        .map(action -> new AuditCaseView.Action(
                                action.at(),
                                action.actor(),
                                action.action(),
                                action.rule(),
                                action.reason(),
                                action.found(),
                                action.result()))
                        .toList());
    }

    private static State state(AuditCase found) {
        return state(found.verdict().kind(), found.closedAt() != null);
    }

    private static State state(Verdict.@Nullable Kind verdict, boolean closed) {
        if (closed) {
            return State.CLOSED;
        }
        if (verdict == null) {
            return State.IN_FLIGHT;
        }
        return switch (verdict) {
            case WAIT -> State.STUCK;
            case PAGE -> State.PAGED;
            case CONFIRM, CANCEL, SETTLED -> State.ORPHAN;
        };
    }

    /** Nothing where somebody is silent: the list is most wanted when something is down. */
    private Map<String, List<BranchView>> branches(List<String> xids) {
        try {
            return participants.branches(xids);
        } catch (SilentException silent) {
            return Map.of();
        }
    }

    private @Nullable String status(String xid) {
        try {
            return coordinator.status(xid).name();
        } catch (SilentException silent) {
            return null;
        }
    }

    private static @Nullable String first(List<@Nullable String> ids, @Nullable String otherwise) {
        return ids.stream().filter(Objects::nonNull).findFirst().orElse(otherwise);
    }

    /** Where a page ended. */
    private record Place(@Nullable Instant moment, @Nullable String key) {

        static Place of(TransactionRow last) {
            return new Place(last.since(), last.key());
        }

        String encode() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((moment + " " + key).getBytes(StandardCharsets.UTF_8));
        }

        static Place decode(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
                Place place = new Place(Instant.parse(parts[0]), parts[1]);
                if (place.encode().equals(cursor)) {
                    return place;
                }
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
                // Refused below, like any other.
            }
            throw Refusal.invalid("cursor", "must be the next of an earlier page");
        }
    }
}
