package io.microecommerce.local.wechatpay.http;

import io.microecommerce.local.wechatpay.books.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.ExceptionListener;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.HttpRequestHandler;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP on loopback. Not the JDK's own server: that one rewrites header names, as HTTP allows it to, and WeChat's SDK knows them
 * only as WeChat writes them.
 */
public final class WebServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WebServer.class);

    private final Map<String, Part> parts;
    private final HttpServer server;

    /** @param parts by what the path begins with; the longest beginning wins */
    public WebServer(int port, Map<String, Part> parts) {
        this.parts = Map.copyOf(parts);
        HttpRequestHandler handler = this::handle;
        this.server = ServerBootstrap.bootstrap()
                .setListenerPort(port)
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setSocketConfig(SocketConfig.custom().setSoReuseAddress(true).build())
                .setRequestRouter((request, context) -> handler)
                .setExceptionListener(new Quiet())
                .create();
    }

    public void start() throws IOException {
        server.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }

    private void handle(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context)
            throws IOException {
        URI target = URI.create(request.getRequestUri());
        Header authorization = request.getFirstHeader("Authorization");
        Call call = new Call(
                request.getMethod(),
                target.getPath(),
                request.getRequestUri(),
                Call.query(target.getRawQuery()),
                authorization == null ? null : authorization.getValue(),
                request.getEntity() == null
                        ? ""
                        : new String(request.getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8));
        Answer answer = answer(call);
        log.info("{} {}: {}", call.method(), call.path(), answer.status());
        response.setCode(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.body().length > 0) {
            response.setEntity(new ByteArrayEntity(answer.body(), ContentType.parse(answer.contentType())));
        }
    }

    private Answer answer(Call call) throws IOException {
        try {
            return part(call.path()).answer(call);
        } catch (AbandonedException abandoned) {
            // Ends the connection.
            throw new ConnectionClosedException("no answer, on purpose");
        } catch (RefusedException refused) {
            return Answer.refused(refused.status(), refused.code(), refused.said());
        } catch (RuntimeException unforeseen) {
            log.error("{} {} failed", call.method(), call.path(), unforeseen);
            return Answer.refused(500, "SYSTEM_ERROR", unforeseen.toString());
        }
    }

    private Part part(String path) {
        return parts.keySet().stream()
                .filter(path::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(parts::get)
                .orElseThrow(() -> new RefusedException(404, "NOT_FOUND", path));
    }

    /** Clients that go away are no news. */
    private static final class Quiet implements ExceptionListener {

        @Override
        public void onError(Exception failure) {
            log.debug("a connection failed", failure);
        }

        @Override
        public void onError(HttpConnection connection, Exception failure) {
            if (failure instanceof HttpException) {
                log.warn("a request could not be read: {}", failure.toString());
            }
        }
    }
}
