package io.microecommerce.local.wechatpay.control;

import io.microecommerce.local.wechatpay.books.Books;
import io.microecommerce.local.wechatpay.books.Documents;
import io.microecommerce.local.wechatpay.books.Event;
import io.microecommerce.local.wechatpay.books.Refund;
import io.microecommerce.local.wechatpay.books.RefundState;
import io.microecommerce.local.wechatpay.books.RefusedException;
import io.microecommerce.local.wechatpay.books.Trade;
import io.microecommerce.local.wechatpay.books.TradeState;
import io.microecommerce.local.wechatpay.callback.Forgery;
import io.microecommerce.local.wechatpay.callback.Sender;
import io.microecommerce.local.wechatpay.http.Answer;
import io.microecommerce.local.wechatpay.http.Call;
import io.microecommerce.local.wechatpay.http.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * For tests, with a token of the installation. Everything is JSON in snake_case.
 *
 * <pre>
 * GET    /control/books?out_trade_no=           what was captured and refunded, and what became of each callback
 * GET, PUT, DELETE /control/faults              {@link Faults.Plan}
 * POST   /control/trade                         {@link Stray}: money under a number that the merchant never gave
 * POST   /control/trade/NO/pay                  {@link Payment}: pays it, also when it is closed, also another amount
 * POST   /control/trade/NO/backdate             {@code {"days": 1}}: as if it had happened then
 * POST   /control/refund/NO                     {@code {"state": "SUCCESS"}}: ends it
 * POST   /control/callback                      {@link Claim}: sends one callback now, true, false or forged
 * </pre>
 */
public final class ControlApi implements Part {

    private static final Pattern PAY = Pattern.compile("/control/trade/([^/]+)/pay");
    private static final Pattern BACKDATE = Pattern.compile("/control/trade/([^/]+)/backdate");
    private static final Pattern REFUND = Pattern.compile("/control/refund/([^/]+)");

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            // A fault that is not mentioned is none.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final Books books;
    private final Documents documents;
    private final Faults faults;
    private final Sender sender;
    private final Clock clock;
    private final String token;

    public ControlApi(Books books, Documents documents, Faults faults, Sender sender, Clock clock, String token) {
        this.books = books;
        this.documents = documents;
        this.faults = faults;
        this.sender = sender;
        this.clock = clock;
        this.token = token;
    }

    /** What is taken; null: what was asked for. */
    public record Payment(@Nullable Long total, @Nullable String currency) {}

    /** Money under a number that the merchant never gave. */
    public record Stray(String outTradeNo, long total, @Nullable String currency, String notifyUrl) {}

    /** Into the past. */
    public record Backdate(int days) {}

    /** How a refund ends. */
    public record End(RefundState state) {}

    /**
     * A callback about a trade or a refund. What is null is as the books say.
     *
     * @param subject the out_trade_no, or with {@code refund} the out_refund_no
     * @param refund whether it is about a refund
     * @param eventId of an earlier one, to repeat it
     * @param says replaces what the encrypted part says, such as {@code {"amount": {"total": 1}}} or {@code {"mchid": "x"}}
     * @param notifyUrl for a trade that the books do not know
     */
    public record Claim(
            String subject,
            boolean refund,
            @Nullable String eventId,
            @Nullable Map<String, Object> says,
            @Nullable String notifyUrl,
            @Nullable Forgery forgery) {}

    @Override
    public Answer answer(Call call) {
        requireToken(call.authorization());
        return switch (call.path()) {
            case "/control/books" -> json(books(call.query().get("out_trade_no")));
            case "/control/faults" -> faults(call);
            case "/control/trade" -> json(stray(read(call, Stray.class)));
            case "/control/callback" -> json(send(read(call, Claim.class)));
            default -> one(call);
        };
    }

    private Answer one(Call call) {
        Matcher pay = PAY.matcher(call.path());
        if (pay.matches()) {
            return json(pay(pay.group(1), read(call, Payment.class)));
        }
        Matcher backdate = BACKDATE.matcher(call.path());
        if (backdate.matches()) {
            Duration by = Duration.ofDays(read(call, Backdate.class).days());
            return json(Entry.of(books.backdate(backdate.group(1), by), books));
        }
        Matcher refund = REFUND.matcher(call.path());
        if (refund.matches()) {
            RefundState end = read(call, End.class).state();
            return json(RefundEntry.of(books.endRefund(refund.group(1), end, clock.instant())));
        }
        throw new RefusedException(404, "NOT_FOUND", call.path() + " is no control");
    }

    private Answer faults(Call call) {
        if (call.is("PUT")) {
            faults.plan(read(call, Faults.Plan.class));
        } else if (call.is("DELETE")) {
            faults.plan(new Faults.Plan(null, null, null));
        }
        return json(faults.plan());
    }

    private Entry pay(String outTradeNo, Payment payment) {
        Trade trade = books.trade(outTradeNo);
        Long total = payment.total();
        String currency = payment.currency();
        return Entry.of(
                books.force(
                        outTradeNo,
                        total == null ? trade.total() : total,
                        currency == null ? trade.currency() : currency),
                books);
    }

    private Entry stray(Stray stray) {
        String currency = stray.currency() == null ? "CNY" : stray.currency();
        books.open(new Books.Order(
                stray.outTradeNo(), "Nobody's order", null, stray.total(), currency, stray.notifyUrl(), null));
        return Entry.of(books.force(stray.outTradeNo(), stray.total(), currency), books);
    }

    // ---- callbacks -------------------------------------------------------------------------------------------------

    private Map<String, Object> send(Claim claim) {
        Event event = claim.eventId() == null ? claimed(claim) : books.event(claim.eventId());
        Sender.Outcome outcome = sender.send(event, Objects.requireNonNullElse(claim.forgery(), Forgery.NONE));
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("event_id", event.id());
        sent.put("status", outcome.status());
        sent.put("said", outcome.said());
        return sent;
    }

    private Event claimed(Claim claim) {
        Map<String, Object> document;
        String notifyUrl;
        if (claim.refund()) {
            Refund refund = books.refund(claim.subject());
            document = documents.refundCallback(refund, books.trade(refund.outTradeNo()));
            notifyUrl = refund.notifyUrl();
        } else {
            Trade trade = known(claim.subject());
            document = documents.transaction(trade == null ? unknown(claim) : paid(trade));
            notifyUrl = trade == null ? null : trade.notifyUrl();
        }
        merge(document, claim.says() == null ? Map.of() : claim.says());
        String url = claim.notifyUrl() == null ? notifyUrl : claim.notifyUrl();
        if (url == null) {
            throw RefusedException.parameter("notify_url is needed for what the books do not know");
        }
        Instant now = clock.instant();
        String type = claim.refund()
                ? "REFUND." + document.get("refund_status")
                : "TRANSACTION." + document.get("trade_state");
        return new Event(
                UUID.randomUUID().toString(),
                type,
                claim.subject(),
                claim.refund() ? "refund" : "transaction",
                "",
                json.writeValueAsString(document),
                url,
                now,
                Event.State.PENDING,
                0,
                now,
                null);
    }

    private @Nullable Trade known(String outTradeNo) {
        return books.trades().stream()
                .filter(trade -> trade.outTradeNo().equals(outTradeNo))
                .findAny()
                .orElse(null);
    }

    /** A callback always claims that money was taken, whether or not it was. */
    private Trade paid(Trade trade) {
        return trade.capture() != null ? trade : claimedPaid(trade, trade.total(), trade.currency());
    }

    private Trade unknown(Claim claim) {
        return claimedPaid(
                new Trade(claim.subject(), "", "", null, 1, "CNY", "", null, clock.instant(), TradeState.NOTPAY, null),
                1,
                "CNY");
    }

    private Trade claimedPaid(Trade trade, long total, String currency) {
        return trade.captured(new Trade.Capture("4200000000000000000000000000", total, currency, clock.instant()));
    }

    @SuppressWarnings("unchecked") // Both come from JSON objects, whose names are texts.
    private static void merge(Map<String, Object> document, Map<String, Object> says) {
        says.forEach((name, value) -> {
            if (value instanceof Map<?, ?> deeper && document.get(name) instanceof Map<?, ?> known) {
                Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) known);
                merge(copy, (Map<String, Object>) deeper);
                document.put(name, copy);
            } else {
                document.put(name, value);
            }
        });
    }

    // ---- books -----------------------------------------------------------------------------------------------------

    /** A trade and what became of its money. */
    public record Entry(
            String outTradeNo,
            String codeUrl,
            String state,
            long total,
            String currency,
            @Nullable String transactionId,
            long captured,
            @Nullable String capturedCurrency,
            @Nullable Instant paidAt,
            long refunded) {

        static Entry of(Trade trade, Books books) {
            Trade.Capture capture = trade.capture();
            return new Entry(
                    trade.outTradeNo(),
                    trade.codeUrl(),
                    trade.state().name(),
                    trade.total(),
                    trade.currency(),
                    capture == null ? null : capture.transactionId(),
                    capture == null ? 0 : capture.total(),
                    capture == null ? null : capture.currency(),
                    capture == null ? null : capture.at(),
                    books.refunded(trade.outTradeNo()));
        }
    }

    /** A refund. */
    public record RefundEntry(
            String outRefundNo,
            String outTradeNo,
            String refundId,
            long amount,
            String state,
            @Nullable Instant endedAt) {

        static RefundEntry of(Refund refund) {
            return new RefundEntry(
                    refund.outRefundNo(),
                    refund.outTradeNo(),
                    refund.refundId(),
                    refund.amount(),
                    refund.state().name(),
                    refund.endedAt());
        }
    }

    /** A callback. */
    public record EventEntry(
            String id, String type, String subject, String state, int attempts, @Nullable String lastAnswer) {

        static EventEntry of(Event event) {
            return new EventEntry(
                    event.id(),
                    event.type(),
                    event.subject(),
                    event.state().name(),
                    event.attempts(),
                    event.lastAnswer());
        }
    }

    /** What WeChat Pay would say, if it could be asked everything. */
    public record Shown(List<Entry> trades, List<RefundEntry> refunds, List<EventEntry> events) {}

    private Shown books(@Nullable String outTradeNo) {
        List<Refund> refunds = books.refunds().stream()
                .filter(refund -> outTradeNo == null || refund.outTradeNo().equals(outTradeNo))
                .toList();
        return new Shown(
                books.trades().stream()
                        .filter(trade ->
                                outTradeNo == null || trade.outTradeNo().equals(outTradeNo))
                        .map(trade -> Entry.of(trade, books))
                        .toList(),
                refunds.stream().map(RefundEntry::of).toList(),
                books.events().stream()
                        .filter(event -> outTradeNo == null
                                || event.subject().equals(outTradeNo)
                                || refunds.stream()
                                        .anyMatch(refund -> refund.outRefundNo().equals(event.subject())))
                        .map(EventEntry::of)
                        .toList());
    }

    // ---- JSON ------------------------------------------------------------------------------------------------------

    private <T> T read(Call call, Class<T> type) {
        try {
            return json.readValue(call.body().isBlank() ? "{}" : call.body(), type);
        } catch (JacksonException unreadable) {
            throw RefusedException.parameter(String.valueOf(unreadable.getOriginalMessage()));
        }
    }

    private Answer json(Object document) {
        return new Answer(
                200,
                "application/json; charset=utf-8",
                json.writeValueAsString(document).getBytes(StandardCharsets.UTF_8),
                Map.of());
    }

    private void requireToken(@Nullable String authorization) {
        byte[] given = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, ("Bearer " + token).getBytes(StandardCharsets.UTF_8))) {
            throw new RefusedException(401, "NO_AUTH", "the control API wants its token");
        }
    }
}
