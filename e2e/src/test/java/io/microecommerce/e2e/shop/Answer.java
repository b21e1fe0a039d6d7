package io.microecommerce.e2e.shop;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the gateway answered. */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

    public String text(String pointer) {
        return body.at(pointer).asString();
    }

    public long number(String pointer) {
        return body.at(pointer).asLong();
    }

    /** The problem's stable code, or an empty text. */
    public String code() {
        return text("/code");
    }

    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected " + expected + " but got " + status + ": " + body);
        }
        return this;
    }
}
