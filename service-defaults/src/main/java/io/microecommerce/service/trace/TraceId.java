package io.microecommerce.service.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id of the request that this thread works for: 32 hexadecimal digits, as W3C Trace Context has them. It travels from the
 * gateway over Dubbo and in messages, and stands in every line of the log. Nothing depends on it.
 */
public final class TraceId {

    /** In the log's context, in Dubbo's attachments and in a message's properties. */
    public static final String KEY = "traceId";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final String INVALID = "0".repeat(32);

    private TraceId() {}

    /** Null where no request is worked on, as in phase two, which the TC calls for. */
    public static @Nullable String current() {
        return MDC.get(KEY);
    }

    public static String fresh() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE));
    }

    /** What came from outside, if it has the form of a trace id; else null. */
    public static @Nullable String accept(@Nullable Object candidate) {
        return candidate instanceof String text && FORM.matcher(text).matches() && !text.equals(INVALID) ? text : null;
    }

    /** Does it under this trace id, or under none; afterwards the thread has the one it had before. */
    public static <T> T during(@Nullable String traceId, Supplier<T> work) {
        String before = current();
        set(traceId);
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    /** The same for what has no result. */
    public static void during(@Nullable String traceId, Runnable work) {
        during(traceId, () -> {
            work.run();
            return true;
        });
    }

    /** The same work for another thread, under the trace id of this one. */
    public static Runnable carriedBy(Runnable work) {
        String traceId = current();
        return () -> during(traceId, work);
    }

    static void set(@Nullable String traceId) {
        if (traceId == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, traceId);
        }
    }
}
