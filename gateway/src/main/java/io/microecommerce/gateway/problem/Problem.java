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
 * @param type names the code as a URI reference; stable, and not meant to be fetched
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

    private static final String RETRY_AFTER_SECONDS = "1";

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
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Problem(
                "/problems/" + words.replace(' ', '-'),
                Character.toUpperCase(words.charAt(0)) + words.substring(1),
                status.value(),
                detail,
                pathOf(request),
                code,
                RequestIdFilter.of(response),
                paymentId);
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
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            all.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return ResponseEntity.status(status)
                .headers(all)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }

    /** The answer of what stands outside the controllers: filters, security, the container. */
    public void write(HttpServletResponse response) throws IOException {
        byte[] body = JSON.writeValueAsBytes(this);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String pathOf(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed != null ? failed.toString() : request.getRequestURI();
        return path != null ? path : "/";
    }
}
