package io.microecommerce.payment.statement.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.ResolveDifferenceCommand;
import io.microecommerce.api.payment.StatementDifferenceView;
import io.microecommerce.api.payment.StatementFacade;
import io.microecommerce.api.payment.StatementPage;
import io.microecommerce.api.payment.StatementView;
import io.microecommerce.payment.statement.Difference;
import io.microecommerce.payment.statement.Differences;
import io.microecommerce.payment.statement.ResolveDifference;
import io.microecommerce.payment.statement.Statement;
import io.microecommerce.payment.statement.Statements;
import java.time.LocalDate;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.jspecify.annotations.Nullable;

@DubboService
class DubboStatementFacade implements StatementFacade {

    private final Statements statements;
    private final Differences differences;
    private final ResolveDifference resolve;

    DubboStatementFacade(Statements statements, Differences differences, ResolveDifference resolve) {
        this.statements = statements;
        this.differences = differences;
        this.resolve = resolve;
    }

    @Override
    public StatementPage statements(@Nullable String cursor, int size) {
        Limits.requirePageSize(size);
        List<Statement> oneMore =
                statements.newest(cursor == null ? null : Limits.requireDay("cursor", cursor), size + 1);
        List<Statement> page = oneMore.size() > size ? oneMore.subList(0, size) : oneMore;
        return new StatementPage(
                page.stream().map(statement -> view(statement, List.of())).toList(),
                oneMore.size() > size ? page.get(size - 1).day().toString() : null);
    }

    @Override
    public StatementView statement(LocalDate day) {
        Statement statement = statements
                .byDay(day)
                .orElseThrow(
                        () -> new Refusal(ErrorCode.STATEMENT_NOT_FOUND, "No statement of " + day + " was asked for."));
        return view(statement, differences.of(day, StatementView.MAX_DIFFERENCES));
    }

    @Override
    public StatementDifferenceView resolve(ResolveDifferenceCommand command) {
        return view(resolve.resolve(command));
    }

    private static StatementView view(Statement statement, List<Difference> found) {
        return new StatementView(
                statement.day(),
                statement.comparedAt(),
                statement.lines(),
                statement.attempts(),
                statement.lastError(),
                statement.open(),
                statement.found(),
                found.stream().map(DubboStatementFacade::view).toList());
    }

    private static StatementDifferenceView view(Difference difference) {
        return new StatementDifferenceView(
                difference.id(),
                difference.day(),
                difference.kind().name(),
                difference.subject(),
                difference.there(),
                difference.here(),
                difference.foundAt(),
                difference.pagedAt(),
                difference.resolvedAt(),
                difference.resolvedBy(),
                difference.reason());
    }
}
