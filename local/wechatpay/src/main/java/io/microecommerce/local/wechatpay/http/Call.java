package io.microecommerce.local.wechatpay.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param path decoded
 * @param target path and query as they were sent
 * @param query decoded
 * @param authorization the header of that name
 */
public record Call(
        String method,
        String path,
        String target,
        Map<String, String> query,
        @Nullable String authorization,
        String body) {

    public Call {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    public boolean is(String wanted) {
        return method.equals(wanted);
    }

    static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw == null) {
            return query;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
