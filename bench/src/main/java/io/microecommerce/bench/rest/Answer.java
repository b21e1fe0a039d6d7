package io.microecommerce.bench.rest;

import tools.jackson.databind.JsonNode;

/** What a server answered. */
public record Answer(int status, JsonNode body) {

    /** Text at that JSON pointer, empty if there is none. */
    public String text(String pointer) {
        return body.at(pointer).asString("");
    }

    long number(String pointer) {
        return body.at(pointer).asLong();
    }

    /** The status and, of a problem, its stable code; otherwise the status the body tells of, if any. */
    public String inWords() {
        String code = text("/code");
        return (status + " " + (code.isEmpty() ? text("/status") : code)).strip();
    }
}
