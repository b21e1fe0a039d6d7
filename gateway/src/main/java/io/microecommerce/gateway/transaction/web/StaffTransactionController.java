package io.microecommerce.gateway.transaction.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.Xids;
import io.microecommerce.api.payment.ResolveTransactionCommand;
import io.microecommerce.api.payment.StaffTransactionFacade;
import io.microecommerce.api.payment.TransactionPage;
import io.microecommerce.api.payment.TransactionView;
import io.microecommerce.gateway.rest.ListResponse;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments under way, those that hang, and how people end them. */
@RestController
@RequestMapping("/api/v1/staff/transaction")
class StaffTransactionController {

    private final StaffTransactionFacade transactions;

    StaffTransactionController(StaffTransactionFacade transactions) {
        this.transactions = transactions;
    }

    @GetMapping
    ListResponse<TransactionResponse> listTransactions(
            @RequestParam(required = false) TransactionView.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int size) {
        TransactionPage page = transactions.transactions(state, cursor, Limits.requirePageSize(size));
        return ListResponse.of(page.items(), TransactionResponse::of, page.next());
    }

    @GetMapping("/{xid}")
    TransactionResponse showTransaction(@PathVariable String xid) {
        return TransactionResponse.of(transactions.transaction(Xids.require(xid)));
    }

    @PostMapping("/{xid}/resolve")
    ResolutionResponse resolveTransaction(
            Principal staff, @PathVariable String xid, @RequestBody ResolveRequest request) {
        return ResolutionResponse.of(transactions.resolve(request.toCommand(xid, staff.getName())));
    }

    /**
     * @param expected the fence's state of each participant, as it was seen: {@code {"svc-order": "TRIED", ...}}
     * @param dryRun true tells what would be done, and does nothing; true if it is left out
     */
    record ResolveRequest(
            @Nullable Map<String, FenceState> expected,
            ResolveTransactionCommand.@Nullable Action action,
            @Nullable Boolean dryRun,
            @Nullable String reason) {

        ResolveTransactionCommand toCommand(String xid, String staffId) {
            return new ResolveTransactionCommand(
                    Xids.require(xid),
                    required("expected", expected),
                    required("action", action),
                    dryRun == null || dryRun,
                    required("reason", reason),
                    staffId);
        }
    }
}
