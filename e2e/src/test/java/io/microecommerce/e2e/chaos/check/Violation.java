package io.microecommerce.e2e.chaos.check;

/** A rule that does not hold, and where. */
public record Violation(Rule rule, String what) {

    @Override
    public String toString() {
        return "(" + rule.number() + ") " + what;
    }
}
