package io.microecommerce.service.stop;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.dubbo.registry.Registry;
import org.apache.dubbo.registry.RegistryFactory;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.model.ModelConstants;
import org.apache.dubbo.rpc.model.ModuleModel;
import org.apache.dubbo.rpc.model.ProviderModel;
import org.apache.dubbo.rpc.model.ProviderModel.RegisterStatedURL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The first step of a stop: takes the service out of the registry, and goes on answering until its callers have noticed and
 * the calls in hand are done. Dubbo by itself closes at the first news of the stop, before anything else has ended, and then
 * waits up to ten seconds for each of its services.
 */
final class Callers implements SmartLifecycle {

    /** Less than the time after which Nacos would be given up, more than an answer takes. */
    private static final Duration UNREGISTER_WITHIN = Duration.ofSeconds(3);

    /** Nacos tells the callers within half a second; a caller that missed it has called again by then if it is busy. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** A payment is answered after five seconds at the most. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(6);

    private static final Logger log = LoggerFactory.getLogger(Callers.class);

    private final ModuleModel dubbo;
    private volatile boolean running;

    Callers(ModuleModel dubbo) {
        this.dubbo = dubbo;
    }

    @Override
    public void start() {
        // Or Dubbo would end at once when Spring's context closes; RpcEnd does it in its turn.
        dubbo.setAttribute(ModelConstants.KEEP_RUNNING_ON_SPRING_CLOSED, true);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (!unregister()) {
                return;
            }
            CallsInHand answering =
                    (CallsInHand) dubbo.getExtensionLoader(Filter.class).getExtension(CallsInHand.NAME);
            int left = answering.calls().awaitQuiet(QUIET, ANSWERED_WITHIN);
            if (left > 0) {
                log.warn("Stopping with {} calls unanswered", left);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there was anything to unregister */
    private boolean unregister() throws InterruptedException {
        if (dubbo.getServiceRepository().getExportedServices().isEmpty()) {
            return false;
        }
        CompletableFuture<Void> unregistered = CompletableFuture.runAsync(this::unregisterAll);
        try {
            unregistered.get(UNREGISTER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            log.warn("Not taken out of the registry, which forgets a service that is gone: {}", away.toString());
        }
        return true;
    }

    private void unregisterAll() {
        for (ProviderModel service : dubbo.getServiceRepository().getExportedServices()) {
            for (RegisterStatedURL entry : service.getStatedUrl()) {
                if (entry.isRegistered()) {
                    registryOf(entry).unregister(entry.getProviderUrl());
                    entry.setRegistered(false);
                }
            }
        }
    }

    private Registry registryOf(RegisterStatedURL entry) {
        return dubbo.getApplicationModel()
                .getExtensionLoader(RegistryFactory.class)
                .getAdaptiveExtension()
                .getRegistry(entry.getRegistryUrl());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StopPhase.CALLERS;
    }
}
