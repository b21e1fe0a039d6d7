package io.microecommerce.gateway.statement.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.ResolveDifferenceCommand;
import io.microecommerce.api.payment.StatementFacade;
import io.microecommerce.api.payment.StatementPage;
import io.microecommerce.gateway.rest.ListResponse;
import java.security.Principal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The payment provider's daily statements, where our rows differ from them, and how people resolve that. */
@RestController
@RequestMapping("/api/v1/staff/statement")
class StatementController {

    private final StatementFacade statements;

    StatementController(StatementFacade statements) {
        this.statements = statements;
    }

    @GetMapping
    ListResponse<StatementResponse> listStatements(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "20") int size) {
        StatementPage page = statements.statements(cursor, Limits.requirePageSize(size));
        return ListResponse.of(page.items(), StatementResponse::inList, page.next());
    }

    @GetMapping("/{date}")
    StatementResponse showStatement(@PathVariable String date) {
        return StatementResponse.complete(statements.statement(day(date)));
    }

    @PostMapping("/{date}/difference/{id}/resolve")
    StatementResponse.DifferenceResponse resolveDifference(
            Principal staff, @PathVariable String date, @PathVariable String id, @RequestBody ResolveRequest request) {
        return StatementResponse.DifferenceResponse.of(statements.resolve(new ResolveDifferenceCommand(
                day(date), differenceId(id), required("reason", request.reason()), staff.getName())));
    }

    private static LocalDate day(String date) {
        return Limits.requireDay("date", date);
    }

    /** What is no number is nobody's id. */
    private static long differenceId(String id) {
        try {
            return Long.parseLong(Limits.requireId("id", id));
        } catch (NumberFormatException noNumber) {
            throw new Refusal(ErrorCode.STATEMENT_DIFFERENCE_NOT_FOUND, "There is no difference " + id + ".");
        }
    }

    /** @param reason what was found out, and done; at most 500 characters */
    record ResolveRequest(@Nullable String reason) {}
}
