package io.microecommerce.payment.provider.remote;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.provider.StatementLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of a trade bill: a head, a row for each capture and each refund, a head of the sums, and the sums. Values stand after
 * back-ticks, and amounts are in yuan. Columns are found by their names; there are more of them than we read.
 */
final class WeChatPayBill {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FIRST = "`";
    private static final String NEXT = ",`";
    private static final int MINOR_DIGITS = 2;

    private final List<String> head;

    private WeChatPayBill(List<String> head) {
        this.head = head;
    }

    /** @throws IllegalArgumentException if it is not such a text, or ends early */
    static List<StatementLine> lines(String text) {
        String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<String> rows = marked.lines().filter(row -> !row.isBlank()).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("An empty bill");
        }
        WeChatPayBill bill = new WeChatPayBill(Arrays.asList(rows.get(0).split(",")));
        List<StatementLine> lines = new ArrayList<>();
        int row = 1;
        while (row < rows.size() && rows.get(row).startsWith(FIRST)) {
            lines.add(bill.line(values(rows.get(row))));
            row++;
        }
        requireAll(lines.size(), rows.subList(row, rows.size()));
        return lines;
    }

    /** What was cut off on its way has no sums. */
    private static void requireAll(int lines, List<String> sums) {
        if (sums.size() != 2 || Integer.parseInt(values(sums.get(1)).get(0)) != lines) {
            throw new IllegalArgumentException("It has " + lines + " rows, and its sums say otherwise");
        }
    }

    private static List<String> values(String row) {
        if (!row.startsWith(FIRST)) {
            throw new IllegalArgumentException("A row without values");
        }
        return Arrays.asList(row.substring(FIRST.length()).split(NEXT, -1));
    }

    private StatementLine line(List<String> row) {
        String currency = value(row, "货币种类");
        return switch (value(row, "交易状态")) {
            case "SUCCESS" ->
                new StatementLine(
                        StatementLine.Kind.CAPTURE,
                        value(row, "商户订单号"),
                        value(row, "微信订单号"),
                        new Money(currency, minor(value(row, "订单金额"))),
                        StatementLine.State.DONE);
            case "REFUND" ->
                new StatementLine(
                        StatementLine.Kind.REFUND,
                        value(row, "商户退款单号"),
                        value(row, "微信退款单号"),
                        new Money(currency, minor(value(row, "申请退款金额"))),
                        state(value(row, "退款状态")));
            default -> throw new IllegalArgumentException("A row that is neither a payment nor a refund");
        };
    }

    private static StatementLine.State state(String said) {
        return switch (said) {
            case "SUCCESS" -> StatementLine.State.DONE;
            case "PROCESSING" -> StatementLine.State.PROCESSING;
            // The money could not go the way that it came.
            case "CHANGE" -> StatementLine.State.ABNORMAL;
            case "FAIL" -> StatementLine.State.FAILED;
            default -> throw new IllegalArgumentException("An unknown state of a refund: " + said);
        };
    }

    private String value(List<String> row, String name) {
        int column = head.indexOf(name);
        if (column < 0 || column >= row.size()) {
            throw new IllegalArgumentException("A row without " + name);
        }
        return row.get(column).strip();
    }

    private static long minor(String yuan) {
        try {
            return new BigDecimal(yuan).movePointRight(MINOR_DIGITS).longValueExact();
        } catch (ArithmeticException notExact) {
            throw new IllegalArgumentException("An amount that cannot be read: " + yuan, notExact);
        }
    }
}
