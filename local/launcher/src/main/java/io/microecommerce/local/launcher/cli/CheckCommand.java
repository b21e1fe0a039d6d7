package io.microecommerce.local.launcher.cli;

import io.microecommerce.books.Invariant;
import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.books.Agreement;
import io.microecommerce.local.launcher.books.Books;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code check}: whether balances equal their entries and the databases agree. Exit code 0 only when all of it holds. */
record CheckCommand(Console console, PlatformBuilder builder) {
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(30);

    int run(List<String> arguments) throws InterruptedException {
        new Arguments("check", arguments, Set.of(), Set.of()).withoutName();
        Books books = new Books(builder.attach());
        boolean holds = true;
        for (Invariant equation : Invariant.EQUATIONS) {
            holds &= report(equation.states(), books.violations(equation));
        }
        for (Agreement agreement : Agreement.ALL) {
            holds &= report(agreement.states(), books.disagreements(agreement, SETTLED_WITHIN));
        }
        return holds ? 0 : 1;
    }

    private boolean report(String states, List<String> violations) {
        console.line("%-6s %s", violations.isEmpty() ? "holds" : "BROKEN", states);
        violations.forEach(violation -> console.line("         %s", violation));
        return violations.isEmpty();
    }
}
