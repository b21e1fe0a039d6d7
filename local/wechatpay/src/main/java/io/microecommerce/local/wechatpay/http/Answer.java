package io.microecommerce.local.wechatpay.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What is answered. */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

    private static final JsonMapper JSON = new JsonMapper();

    public static Answer json(int status, Object document) {
        return new Answer(
                status,
                "application/json; charset=utf-8",
                JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8),
                Map.of());
    }

    public static Answer html(int status, String page) {
        return new Answer(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Answer bytes(String contentType, byte[] body) {
        return new Answer(200, contentType, body, Map.of());
    }

    public static Answer nothing() {
        return new Answer(204, "application/json; charset=utf-8", new byte[0], Map.of());
    }

    /** As WeChat says it. */
    public static Answer refused(int status, String code, String message) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", code);
        document.put("message", message);
        return json(status, document);
    }

    public static Answer seeOther(String location) {
        return new Answer(303, "text/plain; charset=utf-8", new byte[0], Map.of("Location", location));
    }

    public Answer with(Map<String, String> more) {
        Map<String, String> both = new LinkedHashMap<>(headers);
        both.putAll(more);
        return new Answer(status, contentType, body, both);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
