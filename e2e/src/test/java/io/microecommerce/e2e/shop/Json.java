package io.microecommerce.e2e.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of requests, as maps that a test can change before it sends them. */
public final class Json {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Json() {}

    /** A product without variants, id and SKUs, as staff send it. */
    public static Map<String, Object> product(String title, String category) {
        return object(
                "title",
                title,
                "body",
                "Made by a test.",
                "category",
                category,
                "assets",
                object("ppt", List.of(), "thumbnail", object("src", "/pictures/test.svg")),
                "variants",
                object("attrs", List.of()));
    }

    /** A SKU of such a product, as staff send it. */
    public static Map<String, Object> sku(String id, long priceMinor) {
        return object("id", id, "attrs", List.of(), "price", object("currency", "CNY", "minor", priceMinor));
    }

    /** An address, as customers send it. */
    public static Map<String, Object> address(String street) {
        return object(
                "recipient", "Test Customer",
                "phone", "+86 10 1234 5678",
                "country", "CN",
                "region", "Beijing",
                "city", "Beijing",
                "street", street,
                "postal_code", "100000");
    }

    /** Names and values by turns. */
    public static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** The text of an object of these names and values. */
    public static String text(Object... namesAndValues) {
        return text(object(namesAndValues));
    }

    public static String text(Map<String, Object> object) {
        return JSON.writeValueAsString(object);
    }
}
