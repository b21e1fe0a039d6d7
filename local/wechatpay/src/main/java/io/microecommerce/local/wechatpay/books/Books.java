package io.microecommerce.local.wechatpay.books;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All that WeChat Pay knows of this merchant. What a method returns is on disk; a restart goes on from there. */
public final class Books implements AutoCloseable {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int CODE_LENGTH = 10;

    private final JsonMapper json = new JsonMapper();
    private final SecureRandom random = new SecureRandom();
    private final Documents documents;
    private final Clock clock;
    private final Journal journal;
    private final Map<String, Trade> trades = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Map<String, Event> events = new LinkedHashMap<>();

    /** @param file kept as a {@link Journal} */
    public Books(Path file, Documents documents, Clock clock) throws IOException {
        this.documents = documents;
        this.clock = clock;
        Journal.read(file).forEach(this::apply);
        this.journal = Journal.startWith(
                file,
                new Change(List.copyOf(trades.values()), List.copyOf(refunds.values()), List.copyOf(events.values())));
    }

    // ---- trades ----------------------------------------------------------------------------------------------------

    /**
     * What a merchant asks for.
     *
     * @param total in minor units
     */
    public record Order(
            String outTradeNo,
            String description,
            @Nullable String attach,
            long total,
            String currency,
            String notifyUrl,
            @Nullable Instant expiresAt) {}

    /** Opens a trade; the same order again gives the same trade. */
    public synchronized Trade open(Order order) {
        Trade asked = new Trade(
                order.outTradeNo(),
                newCode(),
                order.description(),
                order.attach(),
                order.total(),
                order.currency(),
                order.notifyUrl(),
                order.expiresAt(),
                now(),
                TradeState.NOTPAY,
                null);
        Trade known = trades.get(order.outTradeNo());
        if (known == null) {
            return record(asked);
        }
        if (known.state().captured()) {
            throw new RefusedException(400, "ORDERPAID", "该订单已支付");
        }
        if (known.state() == TradeState.CLOSED) {
            throw new RefusedException(400, "ORDER_CLOSED", "该订单已关闭，请更换商户订单号后重新下单");
        }
        if (!known.same(asked)) {
            throw new RefusedException(403, "OUT_TRADE_NO_USED", "商户订单号重复");
        }
        return known;
    }

    public synchronized Trade trade(String outTradeNo) {
        return Optional.ofNullable(trades.get(outTradeNo))
                .orElseThrow(() -> new RefusedException(404, "ORDERNOTEXIST", "订单不存在"));
    }

    public synchronized Trade transaction(String transactionId) {
        return trades.values().stream()
                .filter(trade -> trade.capture() != null
                        && trade.capture().transactionId().equals(transactionId))
                .findAny()
                .orElseThrow(() -> new RefusedException(404, "ORDERNOTEXIST", "订单不存在"));
    }

    /** By what the QR code ends with. */
    public synchronized Optional<Trade> byCode(String code) {
        return trades.values().stream()
                .filter(trade -> trade.code().equals(code))
                .findAny();
    }

    /** Nobody can pay it from then on. Repeated, nothing more happens. */
    public synchronized void close(String outTradeNo) {
        Trade trade = trade(outTradeNo);
        if (trade.state().captured()) {
            throw new RefusedException(400, "ORDERPAID", "该订单已支付");
        }
        if (trade.state() == TradeState.NOTPAY) {
            record(trade.closed());
        }
    }

    /** A person pays what is asked for. Paid already, it stays as it is. */
    public synchronized Trade pay(String outTradeNo) {
        Trade trade = trade(outTradeNo);
        if (trade.state().captured()) {
            return trade;
        }
        if (trade.state() == TradeState.CLOSED || trade.expired(now())) {
            throw new RefusedException(400, "ORDER_CLOSED", "该订单已关闭");
        }
        return capture(trade, trade.total(), trade.currency(), now());
    }

    /** Takes money whether or not it may be taken: of a closed trade, or another amount. */
    public synchronized Trade force(String outTradeNo, long total, String currency) {
        Trade trade = trade(outTradeNo);
        if (trade.state().captured()) {
            throw new RefusedException(400, "ORDERPAID", "该订单已支付");
        }
        return capture(trade, total, currency, now());
    }

    /** Moves what happened to a trade, and its refunds, into the past, for statements. Nobody is told. */
    public synchronized Trade backdate(String outTradeNo, Duration by) {
        Trade earlier = trade(outTradeNo).earlier(by);
        List<Refund> itsRefunds = refunds.values().stream()
                .filter(refund -> refund.outTradeNo().equals(outTradeNo))
                .map(refund -> refund.earlier(by))
                .toList();
        record(new Change(List.of(earlier), itsRefunds, List.of()));
        return earlier;
    }

    private Trade capture(Trade trade, long total, String currency, Instant at) {
        Trade paid = trade.captured(new Trade.Capture(
                "42000%023d".formatted(random.nextLong(Long.MAX_VALUE)),
                total,
                currency,
                at.truncatedTo(ChronoUnit.SECONDS)));
        record(new Change(List.of(paid), List.of(), List.of(told(paid))));
        return paid;
    }

    private Event told(Trade paid) {
        return event(
                "TRANSACTION.SUCCESS",
                "transaction",
                "支付成功",
                paid.outTradeNo(),
                documents.transaction(paid),
                paid.notifyUrl());
    }

    // ---- refunds ---------------------------------------------------------------------------------------------------

    /**
     * What a merchant wants to give back.
     *
     * @param total what he believes the trade captured
     */
    public record RefundOrder(
            String outRefundNo,
            Trade trade,
            long amount,
            long total,
            String currency,
            @Nullable String reason,
            @Nullable String notifyUrl) {}

    /**
     * Begins a refund; the same one again gives it as it has become.
     *
     * @param endsAfter empty: it ends when it is told to
     */
    public synchronized Refund refund(RefundOrder order, RefundState endsAs, Optional<Duration> endsAfter) {
        Trade trade = trade(order.trade().outTradeNo());
        Refund known = refunds.get(order.outRefundNo());
        if (known != null) {
            if (!known.outTradeNo().equals(trade.outTradeNo()) || known.amount() != order.amount()) {
                throw invalid("订单金额或退款金额与之前请求不一致，请核实后再试");
            }
            return known;
        }
        Trade.Capture capture = trade.capture();
        if (capture == null) {
            throw new RefusedException(404, "RESOURCE_NOT_EXISTS", "订单不存在或未支付");
        }
        if (order.total() != capture.total() || !order.currency().equals(capture.currency())) {
            throw invalid("订单金额与支付订单不一致");
        }
        if (order.amount() > capture.total() - refunded(trade.outTradeNo())) {
            throw invalid("申请退款金额超过订单可退金额");
        }
        Refund begun = new Refund(
                order.outRefundNo(),
                "50300%023d".formatted(random.nextLong(Long.MAX_VALUE)),
                trade.outTradeNo(),
                order.amount(),
                order.reason(),
                order.notifyUrl(),
                now(),
                RefundState.PROCESSING,
                endsAfter.map(now()::plus).orElse(null),
                endsAs,
                null);
        record(new Change(List.of(trade.refunded()), List.of(begun), List.of()));
        return begun;
    }

    public synchronized Refund refund(String outRefundNo) {
        return Optional.ofNullable(refunds.get(outRefundNo))
                .orElseThrow(() -> new RefusedException(404, "RESOURCE_NOT_EXISTS", "退款单不存在"));
    }

    /** What was asked back of a trade and not called off. */
    public synchronized long refunded(String outTradeNo) {
        return refunds.values().stream()
                .filter(refund -> refund.outTradeNo().equals(outTradeNo) && refund.state() != RefundState.CLOSED)
                .mapToLong(Refund::amount)
                .sum();
    }

    /** Ends those whose time has come. */
    public synchronized void endDueRefunds() {
        Instant now = now();
        List.copyOf(refunds.values()).stream()
                .filter(refund -> refund.isDue(now))
                .forEach(refund -> endRefund(refund.outRefundNo(), refund.endsAs(), now));
    }

    /** Ends a refund that is under way, or brings an abnormal one to its end; repeated, nothing more happens. */
    public synchronized Refund endRefund(String outRefundNo, RefundState end, Instant at) {
        Refund refund = refund(outRefundNo);
        if (refund.state() == end) {
            return refund;
        }
        if (refund.state() == RefundState.SUCCESS
                || refund.state() == RefundState.CLOSED
                || end == RefundState.PROCESSING) {
            throw invalid(outRefundNo + " is " + refund.state() + " and cannot become " + end);
        }
        Refund ended = refund.ended(end, at.truncatedTo(ChronoUnit.SECONDS));
        String notifyUrl = ended.notifyUrl();
        List<Event> told = notifyUrl == null
                ? List.of()
                : List.of(event(
                        "REFUND." + end,
                        "refund",
                        end == RefundState.SUCCESS ? "退款成功" : end == RefundState.CLOSED ? "退款关闭" : "退款异常",
                        outRefundNo,
                        documents.refundCallback(ended, trade(ended.outTradeNo())),
                        notifyUrl));
        record(new Change(List.of(), List.of(ended), told));
        return ended;
    }

    // ---- what the merchant is told ---------------------------------------------------------------------------------

    /** What is to be sent now, the oldest first. */
    public synchronized List<Event> dueEvents() {
        Instant now = now();
        return events.values().stream().filter(event -> event.isDue(now)).toList();
    }

    public synchronized Event event(String id) {
        return Optional.ofNullable(events.get(id))
                .orElseThrow(() -> new RefusedException(404, "RESOURCE_NOT_EXISTS", "no event " + id));
    }

    /** Remembers what became of an attempt. */
    public synchronized void remember(Event event) {
        record(Change.of(event));
    }

    private Event event(
            String type,
            String originalType,
            String summary,
            String subject,
            Map<String, Object> document,
            String notifyUrl) {
        Instant now = now();
        return new Event(
                UUID.randomUUID().toString(),
                type,
                subject,
                originalType,
                summary,
                json.writeValueAsString(document),
                notifyUrl,
                now,
                Event.State.PENDING,
                0,
                now,
                null);
    }

    // ---- all of it -------------------------------------------------------------------------------------------------

    /** The oldest first. */
    public synchronized List<Trade> trades() {
        return List.copyOf(trades.values());
    }

    /** The oldest first. */
    public synchronized List<Refund> refunds() {
        return List.copyOf(refunds.values());
    }

    /** The oldest first. */
    public synchronized List<Event> events() {
        return List.copyOf(events.values());
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }

    private Trade record(Trade trade) {
        record(Change.of(trade));
        return trade;
    }

    private void record(Change change) {
        journal.append(change);
        apply(change);
    }

    private void apply(Change change) {
        change.trades().forEach(trade -> trades.put(trade.outTradeNo(), trade));
        change.refunds().forEach(refund -> refunds.put(refund.outRefundNo(), refund));
        change.events().forEach(event -> events.put(event.id(), event));
    }

    private Instant now() {
        return clock.instant();
    }

    private String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static RefusedException invalid(String message) {
        return new RefusedException(400, "INVALID_REQUEST", message);
    }
}
