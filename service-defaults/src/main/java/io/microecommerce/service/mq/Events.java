package io.microecommerce.service.mq;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON bytes. A field that this version does not know is passed over: events stay readable across an upgrade. */
public final class Events {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Events() {}

    public static byte[] write(Object event) {
        return JSON.writeValueAsBytes(event);
    }

    /** @throws tools.jackson.core.JacksonException if the body is not such an event; the broker then retries and dead-letters */
    public static <T> T read(byte[] body, Class<T> type) {
        return JSON.readValue(body, type);
    }
}
