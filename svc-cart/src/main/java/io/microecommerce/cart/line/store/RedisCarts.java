package io.microecommerce.cart.line.store;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.microecommerce.api.Limits;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.cart.line.Carts;
import io.microecommerce.service.rpc.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Repository;

/**
 * Carts in Redis: two keys a customer, {@code cart:{id}:quantities} and {@code cart:{id}:order}. The braces keep both on one
 * node of a cluster, where a script can reach them.
 */
@Repository
class RedisCarts implements Carts {

    private static final String STORE = "The cart store";

    private static final int CART_FULL = -1;
    private static final int LINE_FULL = -2;

    @SuppressWarnings("rawtypes") // A script's result type is a class object, which cannot carry a type parameter.
    private static final RedisScript<List> LINES = script("lines", List.class);

    private static final RedisScript<Long> ADD = script("add", Long.class);
    private static final RedisScript<Long> CHANGE = script("change", Long.class);
    private static final RedisScript<Long> REMOVE = script("remove", Long.class);
    private static final RedisScript<Long> CLEAR = script("clear", Long.class);
    private static final RedisScript<Long> TAKE = script("take", Long.class);

    private final StringRedisTemplate redis;
    private final String keepSeconds;

    /** @param expiresAfter a cart that nobody changes for so long is forgotten; at least a minute */
    RedisCarts(StringRedisTemplate redis, @Value("${shop.cart.expires-after}") Duration expiresAfter) {
        if (expiresAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("shop.cart.expires-after must be at least 1m, was " + expiresAfter);
        }
        this.redis = redis;
        this.keepSeconds = String.valueOf(expiresAfter.toSeconds());
    }

    @Override
    public List<CartLine> lines(String customerId) {
        List<?> flat;
        try {
            flat = run(LINES, customerId, List.of());
        } catch (QueryTimeoutException noAnswer) {
            throw Failures.unavailable(STORE);
        } catch (RedisSystemException failure) {
            throw answered(failure) ? failure : Failures.unavailable(STORE);
        }
        List<CartLine> lines = new ArrayList<>(flat.size() / 2);
        for (int i = 0; i < flat.size(); i += 2) {
            lines.add(new CartLine((String) flat.get(i), Integer.parseInt((String) flat.get(i + 1))));
        }
        return lines;
    }

    @Override
    public int add(String customerId, CartLine line) {
        int quantity = write(
                ADD,
                customerId,
                List.of(
                        line.skuId(),
                        String.valueOf(line.quantity()),
                        String.valueOf(Limits.MAX_QUANTITY),
                        String.valueOf(Limits.MAX_LINES),
                        keepSeconds));
        if (quantity == CART_FULL) {
            throw new Refusal(
                    ErrorCode.CART_FULL,
                    "The cart holds " + Limits.MAX_LINES + " lines already; order or remove some first.");
        }
        if (quantity == LINE_FULL) {
            throw Refusal.invalid("quantity", "must not bring the line above " + Limits.MAX_QUANTITY);
        }
        return quantity;
    }

    @Override
    public boolean change(String customerId, CartLine line) {
        return write(CHANGE, customerId, List.of(line.skuId(), String.valueOf(line.quantity()), keepSeconds)) == 1;
    }

    @Override
    public boolean remove(String customerId, String skuId) {
        return write(REMOVE, customerId, List.of(skuId, keepSeconds)) == 1;
    }

    @Override
    public void clear(String customerId) {
        write(CLEAR, customerId, List.of());
    }

    @Override
    public void take(String customerId, List<CartLine> ordered) {
        List<String> arguments = new ArrayList<>();
        arguments.add(keepSeconds);
        for (CartLine line : ordered) {
            arguments.add(line.skuId());
            arguments.add(String.valueOf(line.quantity()));
        }
        write(TAKE, customerId, arguments);
    }

    /** @throws Refusal {@code OUTCOME_UNKNOWN} when the script was sent and its answer did not come */
    private int write(RedisScript<Long> script, String customerId, List<String> arguments) {
        try {
            return Math.toIntExact(run(script, customerId, arguments));
        } catch (QueryTimeoutException noAnswer) {
            throw outcomeUnknown();
        } catch (RedisSystemException failure) {
            if (answered(failure)) {
                throw failure;
            }
            throw wasNotSent(failure) ? Failures.unavailable(STORE) : outcomeUnknown();
        }
    }

    private <T> T run(RedisScript<T> script, String customerId, List<String> arguments) {
        List<String> keys = List.of("cart:{" + customerId + "}:quantities", "cart:{" + customerId + "}:order");
        T answer = redis.execute(script, keys, arguments.toArray());
        if (answer == null) {
            throw new IllegalStateException("A cart script returned nothing");
        }
        return answer;
    }

    /** Whether Redis itself refused the script: a defect of ours or of its set-up, not an absence. */
    private static boolean answered(RedisSystemException failure) {
        return failure.getCause() instanceof RedisCommandExecutionException;
    }

    /** Lettuce has no type for a command that it rejected for want of a connection; in doubt it was sent. */
    private static boolean wasNotSent(RedisSystemException failure) {
        return failure.getCause() instanceof RedisException cause
                && String.valueOf(cause.getMessage()).contains("Commands are rejected");
    }

    private static Refusal outcomeUnknown() {
        return new Refusal(
                ErrorCode.OUTCOME_UNKNOWN,
                "The cart store did not answer, so the cart may have changed or not; look at it before you try again.");
    }

    private static <T> RedisScript<T> script(String name, Class<T> resultType) {
        return RedisScript.of(new ClassPathResource("redis/" + name + ".lua"), resultType);
    }
}
