package io.microecommerce.local.wechatpay.control;

import io.microecommerce.local.wechatpay.books.RefundState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the simulator was told to do wrong. None of it survives a restart. */
public final class Faults {

    /**
     * What happens to callbacks.
     *
     * @param drop that many events are never sent
     * @param lose that many attempts come to nothing on their way; the event is repeated later
     * @param delayMillis each event is first sent that much later
     * @param repeat each event that was taken is sent that many times more
     * @param reorder that many events are held back, and then sent the last first
     */
    public record Callbacks(int drop, int lose, long delayMillis, int repeat, int reorder) {
        public static final Callbacks NONE = new Callbacks(0, 0, 0, 0, 0);
    }

    /**
     * What happens to calls of the merchant's API.
     *
     * @param method null for any
     * @param path what the path begins with
     * @param times how many calls
     * @param status what they are answered; 0: nothing, and the connection ends
     * @param code WeChat's code in that answer
     * @param after whether the call has its effect before that
     * @param hangMillis how long the answer takes
     */
    public record Calls(
            @Nullable String method,
            String path,
            int times,
            int status,
            @Nullable String code,
            boolean after,
            long hangMillis) {

        boolean concerns(String calledMethod, String calledPath) {
            return times > 0 && (method == null || method.equals(calledMethod)) && calledPath.startsWith(path);
        }

        Calls once() {
            return new Calls(method, path, times - 1, status, code, after, hangMillis);
        }
    }

    /**
     * How refunds end.
     *
     * @param times how many of the next ones
     * @param end null: they stay PROCESSING until they are told to end
     */
    public record Refunds(int times, @Nullable RefundState end) {
        public static final Refunds NONE = new Refunds(0, null);
    }

    /** All of it. What is absent goes well. */
    public record Plan(@Nullable Callbacks callbacks, @Nullable List<Calls> calls, @Nullable Refunds refunds) {}

    private Callbacks callbacks = Callbacks.NONE;
    private Refunds refunds = Refunds.NONE;
    private final List<Calls> calls = new ArrayList<>();

    /** Forgets what was planned before. */
    public synchronized void plan(Plan plan) {
        callbacks = plan.callbacks() == null ? Callbacks.NONE : plan.callbacks();
        refunds = plan.refunds() == null ? Refunds.NONE : plan.refunds();
        calls.clear();
        if (plan.calls() != null) {
            calls.addAll(plan.calls());
        }
    }

    public synchronized Plan plan() {
        return new Plan(callbacks, List.copyOf(calls), refunds);
    }

    /** Whether the next event is never sent. */
    public synchronized boolean dropsEvent() {
        boolean drops = callbacks.drop() > 0;
        if (drops) {
            callbacks = new Callbacks(
                    callbacks.drop() - 1,
                    callbacks.lose(),
                    callbacks.delayMillis(),
                    callbacks.repeat(),
                    callbacks.reorder());
        }
        return drops;
    }

    /** Whether the next attempt comes to nothing. */
    public synchronized boolean losesAttempt() {
        boolean loses = callbacks.lose() > 0;
        if (loses) {
            callbacks = new Callbacks(
                    callbacks.drop(),
                    callbacks.lose() - 1,
                    callbacks.delayMillis(),
                    callbacks.repeat(),
                    callbacks.reorder());
        }
        return loses;
    }

    /** They were turned round; the next go as they come. */
    public synchronized void reordered() {
        callbacks = new Callbacks(callbacks.drop(), callbacks.lose(), callbacks.delayMillis(), callbacks.repeat(), 0);
    }

    /** How many events are to be held back and then sent the last first; 0 for none. */
    public synchronized int reorder() {
        return callbacks.reorder();
    }

    public synchronized Duration delay() {
        return Duration.ofMillis(callbacks.delayMillis());
    }

    public synchronized int repeat() {
        return callbacks.repeat();
    }

    /** What happens to that call, if anything. */
    public synchronized Optional<Calls> of(String method, String path) {
        for (int i = 0; i < calls.size(); i++) {
            Calls fault = calls.get(i);
            if (fault.concerns(method, path)) {
                calls.set(i, fault.once());
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** How the next refund ends: empty for well. */
    public synchronized Optional<Refunds> takeRefund() {
        if (refunds.times() <= 0) {
            return Optional.empty();
        }
        Refunds fault = refunds;
        refunds = new Refunds(refunds.times() - 1, refunds.end());
        return Optional.of(fault);
    }
}
