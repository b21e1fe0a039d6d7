package io.microecommerce.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.ErrorCode.Kind;
import io.microecommerce.gateway.request.RequestIdFilter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as RFC 9457 has it, with our extensions.
 *
 * @param type names the code as a URI reference; stable, and answered by {@link ProblemTypeController}
 * @param title the code in words, the same each time
 * @param detail what is wrong this time and what to do
 * @param instance the path that was asked
 * @param code what clients branch on, see {@link ErrorCode}
 * @param requestId under which the log tells more
 * @param paymentId the payment that this is about; left out elsewhere
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @JsonProperty("request_id") String requestId,
        @JsonProperty("payment_id") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String paymentId) {

    /** Where {@link #type} points to, with the code in small letters and dashes behind it. */
    static final String TYPES = "/problems/";

    private static final String SOON_SECONDS = "1";

    /** How a detail says how long to wait, where it is longer than that. */
    private static final Pattern WAIT = Pattern.compile("wait (\\d{1,9}) seconds");

    /** Not Spring's: problems also arise before Spring is asked. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The problem that a code is, with the status of its kind. */
    public static Problem of(ErrorCode code, String detail, HttpServletRequest request, HttpServletResponse response) {
        return of(code, statusOf(code.kind()), detail, request, response);
    }

    public static Problem of(
            ErrorCode code,
            HttpStatusCode status,
            String detail,
            HttpServletRequest request,
            HttpServletResponse response) {
        return of(code.name(), status, detail, null, request, response);
    }

    static Problem of(
            String code,
            HttpStatusCode status,
            String detail,
            @Nullable String paymentId,
            HttpServletRequest request,
            HttpServletResponse response) {
        return new Problem(
                TYPES + code.toLowerCase(Locale.ROOT).replace('_', '-'),
                titleOf(code),
                status.value(),
                detail,
                pathOf(request),
                code,
                RequestIdFilter.of(response),
                paymentId);
    }

    /** A code in words. */
    static String titleOf(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static HttpStatus statusOf(Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case CONFLICT -> HttpStatus.CONFLICT;
            case REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** The answer of a controller. */
    public ResponseEntity<Object> toResponse(HttpHeaders headers) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            all.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (canPass()) {
            all.set(HttpHeaders.RETRY_AFTER, retryAfterSeconds());
        }
        return ResponseEntity.status(status)
                .headers(all)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }

    /**
     * The answer of what stands outside the controllers: filters, security, the container. Whoever knows better when to try
     * again has set the header before.
     */
    public void write(HttpServletResponse response) throws IOException {
        byte[] body = JSON.writeValueAsBytes(this);
        if (canPass() && response.getHeader(HttpHeaders.RETRY_AFTER) == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfterSeconds());
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Whether the same request may succeed in a while. */
    private boolean canPass() {
        return status == HttpStatus.SERVICE_UNAVAILABLE.value() || status == HttpStatus.TOO_MANY_REQUESTS.value();
    }

    private String retryAfterSeconds() {
        Matcher wait = WAIT.matcher(detail);
        return wait.find() ? wait.group(1) : SOON_SECONDS;
    }

    private static String pathOf(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed != null ? failed.toString() : request.getRequestURI();
        return path != null ? path : "/";
    }
}
