package io.microecommerce.local.wechatpay.statement;

import io.microecommerce.local.wechatpay.books.Documents;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** WeChat's way to write a table: comma-separated, each value after a backtick, so that no spreadsheet rounds a number. */
final class Csv {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Documents.BEIJING);

    private Csv() {}

    static String head(String... names) {
        return String.join(",", names) + "\r\n";
    }

    static String row(List<String> values) {
        return values.stream().map(value -> "`" + value.replace(",", " ")).collect(Collectors.joining(",")) + "\r\n";
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** In yuan. */
    static String yuan(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    static boolean isOn(LocalDate day, Instant at) {
        return LocalDate.ofInstant(at, Documents.BEIJING).equals(day);
    }
}
