package io.microecommerce.service.tcc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.seata.common.executor.Callback;
import org.jspecify.annotations.Nullable;

/** What stands behind the fence: remembers whether the fence let it happen. Used by one thread. */
final class FencedCall {

    /**
     * {@link #run()}, for the fence, which calls by reflection and looks for {@code @Transactional} there: on a Confirm or Cancel it
     * would not be seen, and has no place.
     */
    static final Method RUN = runMethod();

    private final Callback<@Nullable Object> call;
    private boolean made;

    FencedCall(Callback<@Nullable Object> call) {
        this.call = call;
    }

    static FencedCall of(Method method, Object target, Object[] arguments) {
        return new FencedCall(() -> {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        });
    }

    public @Nullable Object run() throws Throwable {
        made = true;
        return call.execute();
    }

    boolean made() {
        return made;
    }

    private static Method runMethod() {
        try {
            Method run = FencedCall.class.getMethod("run");
            run.setAccessible(true);
            return run;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
