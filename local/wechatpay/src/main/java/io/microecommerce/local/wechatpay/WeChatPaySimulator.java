package io.microecommerce.local.wechatpay;

import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import io.microecommerce.local.process.ServerProcess;
import io.microecommerce.local.wechatpay.api.MerchantApi;
import io.microecommerce.local.wechatpay.api.Refunds;
import io.microecommerce.local.wechatpay.api.Routes;
import io.microecommerce.local.wechatpay.api.Statements;
import io.microecommerce.local.wechatpay.api.Trades;
import io.microecommerce.local.wechatpay.books.Books;
import io.microecommerce.local.wechatpay.books.Documents;
import io.microecommerce.local.wechatpay.callback.Callbacks;
import io.microecommerce.local.wechatpay.callback.Sender;
import io.microecommerce.local.wechatpay.control.ControlApi;
import io.microecommerce.local.wechatpay.control.Faults;
import io.microecommerce.local.wechatpay.crypto.Envelope;
import io.microecommerce.local.wechatpay.crypto.Merchant;
import io.microecommerce.local.wechatpay.crypto.Pem;
import io.microecommerce.local.wechatpay.crypto.PlatformKey;
import io.microecommerce.local.wechatpay.http.Answer;
import io.microecommerce.local.wechatpay.http.WebServer;
import io.microecommerce.local.wechatpay.page.Pages;
import io.microecommerce.local.wechatpay.statement.FundFlow;
import io.microecommerce.local.wechatpay.statement.TradeStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * A WeChat Pay on loopback, for one merchant whose keys and ours were generated with the installation. See
 * {@link #start} for what it is told.
 */
public final class WeChatPaySimulator implements AutoCloseable {

    private final WebServer server;
    private final Callbacks callbacks;
    private final Books books;

    private WeChatPaySimulator(WebServer server, Callbacks callbacks, Books books) {
        this.server = server;
        this.callbacks = callbacks;
        this.books = books;
    }

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        new ServerProcess("WeChat Pay simulator").run(environment -> {
            WeChatPaySimulator simulator = start(environment);
            return "port " + simulator.port() + ", books in " + environment.file("WECHATPAY_FILE");
        });
    }

    /**
     * Starts it.
     *
     * <ul>
     *   <li>WECHATPAY_PORT, WECHATPAY_FILE: where it listens, where it keeps its books
     *   <li>WECHAT_PAY_MERCHANT_ID, _APP_ID, _MERCHANT_SERIAL, _MERCHANT_PUBLIC_KEY (a file): the merchant
     *   <li>WECHAT_PAY_PUBLIC_KEY_ID, _PLATFORM_KEY (a file): what we sign with
     *   <li>WECHAT_PAY_API_V3_KEY: 32 characters, encrypts callbacks
     *   <li>WECHATPAY_CONTROL_TOKEN: lets a test in
     *   <li>WECHATPAY_HURRY: what the waits between repeated callbacks are divided by; 1 waits as WeChat does
     *   <li>WECHATPAY_REFUND_MILLIS: how long a refund is under way
     * </ul>
     */
    public static WeChatPaySimulator start(Environment environment) throws IOException {
        int port = environment.freePort("WECHATPAY_PORT");
        Path file = environment.file("WECHATPAY_FILE");
        Merchant merchant = new Merchant(
                environment.text("WECHAT_PAY_MERCHANT_ID"),
                environment.text("WECHAT_PAY_APP_ID"),
                environment.text("WECHAT_PAY_MERCHANT_SERIAL"),
                Pem.publicKey(environment.file("WECHAT_PAY_MERCHANT_PUBLIC_KEY")));
        PlatformKey platformKey = new PlatformKey(
                environment.text("WECHAT_PAY_PUBLIC_KEY_ID"),
                Pem.privateKey(environment.file("WECHAT_PAY_PLATFORM_KEY")));
        Envelope envelope = new Envelope(environment.text("WECHAT_PAY_API_V3_KEY"));
        Clock clock = Clock.systemUTC();
        Documents documents = new Documents(merchant.id(), merchant.appId());
        Faults faults = new Faults();
        Books books = new Books(file, documents, clock);
        Sender sender = new Sender(platformKey, envelope, clock);
        Callbacks callbacks = new Callbacks(books, sender, faults, clock, positive(environment, "WECHATPAY_HURRY"));
        Routes routes = new Routes(
                new Trades(books, documents, merchant, clock),
                new Refunds(books, faults, Duration.ofMillis(positive(environment, "WECHATPAY_REFUND_MILLIS"))),
                new Statements(
                        new TradeStatement(books, merchant), new FundFlow(books), clock, "http://127.0.0.1:" + port));

        WebServer server = new WebServer(
                port,
                Map.of(
                        "/v3/",
                        new MerchantApi(merchant, platformKey, faults, clock, routes),
                        "/control/",
                        new ControlApi(
                                books, documents, faults, sender, clock, environment.text("WECHATPAY_CONTROL_TOKEN")),
                        "/health",
                        call -> Answer.json(200, Map.of("status", "UP")),
                        "/",
                        new Pages(books, clock)));
        callbacks.start();
        server.start();
        return new WeChatPaySimulator(server, callbacks, books);
    }

    public int port() {
        return server.port();
    }

    /** Ends it at once. */
    @Override
    public void close() throws IOException {
        callbacks.close();
        server.close();
        books.close();
    }

    private static int positive(Environment environment, String variable) {
        try {
            int value = Integer.parseInt(environment.text(variable));
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the one answer for both.
        }
        throw new CannotStartException(variable + " must be a number above 0");
    }
}
