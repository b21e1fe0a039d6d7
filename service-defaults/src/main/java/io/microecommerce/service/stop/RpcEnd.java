package io.microecommerce.service.stop;

import java.time.Duration;
import org.apache.dubbo.common.config.ConfigurationUtils;
import org.apache.dubbo.rpc.model.ModuleModel;
import org.springframework.context.SmartLifecycle;

/** Ends Dubbo, when nobody calls any more and nothing here calls others. */
final class RpcEnd implements SmartLifecycle {

    /** Dubbo would wait for calls once more, ten seconds for each of its parts. */
    private static final Duration FOR_ALL_ITS_PARTS = Duration.ofMillis(500);

    private final ModuleModel dubbo;
    private volatile boolean running;

    RpcEnd(ModuleModel dubbo) {
        this.dubbo = dubbo;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        ConfigurationUtils.setExpectedShutdownTime(System.currentTimeMillis() + FOR_ALL_ITS_PARTS.toMillis());
        dubbo.destroy();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StopPhase.RPC;
    }
}
