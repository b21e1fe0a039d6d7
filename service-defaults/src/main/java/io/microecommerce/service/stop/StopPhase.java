package io.microecommerce.service.stop;

import org.springframework.context.SmartLifecycle;

/**
 * The order in which a service stops. Spring stops the higher phase first, and closes connections (databases, the broker's
 * producer) after the last one, when it destroys its beans.
 *
 * <p>Before all of these the listeners of the broker stop pulling and finish the message in hand (the starter gives them the
 * highest phase), and the web server finishes its requests.
 *
 * <p>Each of these waits has a bound. All together stay below 30 s, after which a service is killed, and that loses nothing either.
 */
public final class StopPhase {

    /** Out of the registry; calls are still answered until the callers have noticed. */
    public static final int CALLERS = SmartLifecycle.DEFAULT_PHASE - 4_000;

    /** What goes on after its call was answered; it may still call others. */
    public static final int WORK = SmartLifecycle.DEFAULT_PHASE - 5_000;

    /** The Dubbo server and the references to others. */
    public static final int RPC = SmartLifecycle.DEFAULT_PHASE - 6_000;

    /** The connections to the TC, when no phase two is in hand. */
    public static final int TRANSACTIONS = SmartLifecycle.DEFAULT_PHASE - 7_000;

    private StopPhase() {}
}
