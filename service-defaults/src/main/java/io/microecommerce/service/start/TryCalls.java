package io.microecommerce.service.start;

import io.microecommerce.api.TryPhase;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.dubbo.config.AbstractMethodConfig;
import org.apache.dubbo.config.MethodConfig;
import org.apache.dubbo.config.ReferenceConfigBase;
import org.jspecify.annotations.Nullable;

/** The Tries that this service calls over Dubbo, with what holds for each once all sources of configuration have spoken. */
final class TryCalls {

    /** What Dubbo does where nobody says anything. */
    private static final int DEFAULT_RETRIES = 2;

    private static final int DEFAULT_TIMEOUT_MILLIS = 1_000;

    /** @param name facade and method, for people */
    record TryCall(String name, int retries, int timeoutMillis) {}

    private TryCalls() {}

    static List<TryCall> of(List<? extends ReferenceConfigBase<?>> references) {
        List<TryCall> calls = new ArrayList<>();
        for (ReferenceConfigBase<?> reference : references) {
            Class<?> facade = reference.getInterfaceClass();
            for (Method method : facade.getMethods()) {
                if (method.isAnnotationPresent(TryPhase.class)) {
                    calls.add(new TryCall(
                            facade.getSimpleName() + "." + method.getName(),
                            setting(reference, method, AbstractMethodConfig::getRetries)
                                    .orElse(DEFAULT_RETRIES),
                            setting(reference, method, AbstractMethodConfig::getTimeout)
                                    .orElse(DEFAULT_TIMEOUT_MILLIS)));
                }
            }
        }
        return calls;
    }

    /** @throws UnsafeSettingException if a Try would be repeated by the transport */
    static void requireNoRetries(List<TryCall> calls) {
        for (TryCall call : calls) {
            if (call.retries() > 0) {
                throw new UnsafeSettingException(
                        "Dubbo's retries are " + call.retries() + " for " + call.name()
                                + ": a repeated Try registers a second branch, and holds twice",
                        "Set retries = 0 on that reference, and remove what says otherwise: dubbo.consumer.retries,"
                                + " dubbo.reference.*.retries.");
            }
        }
    }

    private static Optional<Integer> setting(
            ReferenceConfigBase<?> reference, Method method, Function<AbstractMethodConfig, @Nullable Integer> value) {
        Stream<@Nullable AbstractMethodConfig> nearestFirst = Stream.concat(
                methods(reference).filter(config -> method.getName().equals(config.getName())),
                Stream.of(reference, reference.getConsumer()));
        return nearestFirst
                .flatMap(Stream::ofNullable)
                .flatMap(config -> Stream.ofNullable(value.apply(config)))
                .findFirst();
    }

    private static Stream<MethodConfig> methods(ReferenceConfigBase<?> reference) {
        List<MethodConfig> methods = reference.getMethods();
        return methods == null ? Stream.empty() : methods.stream();
    }
}
