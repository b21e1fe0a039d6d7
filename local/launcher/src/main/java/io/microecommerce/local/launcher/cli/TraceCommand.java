package io.microecommerce.local.launcher.cli;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.timeline.TimelineEntryView;
import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.trace.OrderTrace;
import io.microecommerce.timeline.Timeline;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * {@code trace}: what happened to an order and its payments, out of the databases. Exit code 0 only when all of it is told.
 */
record TraceCommand(Console console, PlatformBuilder builder) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    int run(List<String> arguments) {
        String orderId = orderId(new Arguments("trace", arguments, Set.of(), Set.of()).name("the id of one ORDER"));
        Timeline timeline = new OrderTrace(builder.attach()).timeline(orderId);
        if (timeline.isUnknown()) {
            throw new PlatformException("There is no order '" + orderId + "'.");
        }
        console.line("Order %s", orderId);
        timeline.entries().forEach(this::tell);
        for (Timeline.Payment payment : timeline.payments()) {
            console.line("");
            console.line(
                    "Payment %s: %s, attempts: %d",
                    payment.id(), Objects.requireNonNullElse(payment.status(), "status unknown"), payment.attempts());
            payment.entries().stream()
                    .map(TimelineEntryView::traceId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(traceId -> console.line("  Trace id %s", traceId));
            payment.entries().forEach(this::tell);
            if (payment.fencesForgotten()) {
                console.line("  Its fence rows are gone: they are kept for seven days.");
            }
        }
        timeline.missing()
                .forEach(service -> console.line(
                        "%nNOT COMPLETE: the database of %s cannot be read, and its part is not told.", service));
        return timeline.missing().isEmpty() ? 0 : 1;
    }

    private static String orderId(String given) {
        try {
            return Limits.requireId("ORDER", given);
        } catch (Refusal malformed) {
            throw new PlatformException("There is no order '" + given + "'.", malformed);
        }
    }

    private void tell(TimelineEntryView entry) {
        console.line(
                "  %s  %-2s %-12s %-17s %s",
                TIME.format(entry.at()),
                entry.attempt() == null ? "" : "#" + entry.attempt(),
                entry.source(),
                entry.kind(),
                entry.text());
    }
}
