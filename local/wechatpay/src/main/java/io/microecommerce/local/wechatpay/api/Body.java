package io.microecommerce.local.wechatpay.api;

import io.microecommerce.local.wechatpay.books.RefusedException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of a request, read as strictly as WeChat does. */
record Body(JsonNode root) {

    private static final JsonMapper JSON = new JsonMapper();

    static Body of(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.isObject()) {
                return new Body(root);
            }
        } catch (JacksonException notJson) {
            // Falls through to the one answer for both.
        }
        throw RefusedException.parameter("请求体不是JSON对象");
    }

    /** A text that is there. */
    String text(String pointer, int maxLength) {
        String text = optional(pointer, maxLength);
        if (text == null || text.isEmpty()) {
            throw RefusedException.parameter("输入源“" + pointer + "”不能为空");
        }
        return text;
    }

    @Nullable
    String optional(String pointer, int maxLength) {
        JsonNode node = root.at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString() || node.stringValue().length() > maxLength) {
            throw RefusedException.parameter("输入源“" + pointer + "”不是长度不超过" + maxLength + "的字符串");
        }
        return node.stringValue();
    }

    /** A positive amount in minor units. */
    long amount(String pointer) {
        JsonNode node = root.at(pointer);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 1) {
            throw RefusedException.parameter("输入源“" + pointer + "”不是正整数");
        }
        return node.longValue();
    }

    String currency() {
        String currency = optional("/amount/currency", 16);
        return currency == null ? "CNY" : currency;
    }

    @Nullable
    Instant time(String pointer) {
        String text = optional(pointer, 64);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notATime) {
            throw RefusedException.parameter("输入源“" + pointer + "”不符合rfc3339格式");
        }
    }

    @Nullable
    String url(String pointer) {
        String url = optional(pointer, 256);
        if (url != null && !url.matches("https?://[^\\s?]+")) {
            throw RefusedException.parameter("输入源“" + pointer + "”不是不带参数的URL");
        }
        return url;
    }
}
