package io.microecommerce.bench.cli;

import java.util.List;

/** The terminal: the one place that prints. */
final class Console {

    void line(String text) {
        System.out.println(text);
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** What went wrong; goes to standard error. */
    void problem(String text) {
        System.err.println(text);
    }
}
