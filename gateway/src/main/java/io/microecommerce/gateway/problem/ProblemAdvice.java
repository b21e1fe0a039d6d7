package io.microecommerce.gateway.problem;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.gateway.request.BodyTooLargeException;
import io.microecommerce.service.rpc.Failures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Everything that is thrown in or before a controller. Spring MVC's own exceptions come through the base class. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> payment(
            PaymentProblemException problem, HttpServletRequest request, HttpServletResponse response) {
        return Problem.of(problem.code(), problem.status(), problem.detail(), problem.paymentId(), request, response)
                .toResponse(HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> failure(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            // A listener that hung up: there is nobody left to be told, and nothing that could still be said.
            log.debug("The client was gone before its answer was complete", failure);
            return null;
        }
        Refusal refusal = toRefusal(request, failure);
        if (refusal.code() == ErrorCode.INTERNAL_ERROR) {
            log.error("{} failed", request.getMethod(), failure);
        } else if (refusal.code().kind() == ErrorCode.Kind.UNAVAILABLE) {
            log.warn("{} answered {}: {}", request.getMethod(), refusal.code(), failure.toString());
        }
        return Problem.of(refusal.code(), refusal.detail(), request, response).toResponse(HttpHeaders.EMPTY);
    }

    /**
     * Nothing can have happened by reading, so a read whose answer did not come is plainly a service that is away. A write
     * whose connection broke may have happened, as one that timed out.
     */
    private static Refusal toRefusal(HttpServletRequest request, Throwable failure) {
        Refusal refusal = Failures.toRefusal(failure);
        boolean reading = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        if (reading && refusal.code() == ErrorCode.OUTCOME_UNKNOWN) {
            return Failures.unavailable("A service");
        }
        return refusal;
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest webRequest) {
        ServletWebRequest exchange = (ServletWebRequest) webRequest;
        HttpServletRequest request = exchange.getRequest();
        HttpServletResponse response = Objects.requireNonNull(exchange.getResponse());
        String tooLarge = tooLarge(failure);
        if (tooLarge != null) {
            return Problem.of(ErrorCode.REQUEST_TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE, tooLarge, request, response)
                    .toResponse(headers);
        }
        Refusal refusal = ofSpring(failure, request, status);
        if (status.is5xxServerError()) {
            log.error("{} failed", request.getMethod(), failure);
        }
        // The code's own status, save where the code is a general one and Spring knows better (406).
        HttpStatusCode shown = refusal.code() == ErrorCode.MALFORMED_REQUEST && status.is4xxClientError()
                ? status
                : Problem.statusOf(refusal.code().kind());
        return Problem.of(refusal.code(), shown, refusal.detail(), request, response)
                .toResponse(headers);
    }

    /** How large it may be, in words; null if that is not what failed. */
    private static @Nullable String tooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException large) {
                return large.detail();
            }
        }
        return null;
    }

    private static Refusal ofSpring(Exception failure, HttpServletRequest request, HttpStatusCode status) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return UnreadableBody.toRefusal(unreadable);
        }
        if (failure instanceof MethodArgumentTypeMismatchException parameter) {
            return Refusal.invalid(parameter.getName(), "is not of the documented type or range");
        }
        if (failure instanceof TypeMismatchException) {
            return Refusal.invalid("A parameter", "is not of the documented type or range");
        }
        if (failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException) {
            return new Refusal(
                    ErrorCode.ROUTE_NOT_FOUND, "There is no such route; GET /v3/api-docs lists those there are.");
        }
        if (failure instanceof HttpRequestMethodNotSupportedException) {
            return new Refusal(
                    ErrorCode.METHOD_NOT_ALLOWED,
                    "This route does not take " + request.getMethod() + "; the Allow header says what it takes.");
        }
        if (failure instanceof HttpMediaTypeNotSupportedException unsupported) {
            // Every other route takes JSON, among names for it that need no advertising.
            String detail = unsupported.getSupportedMediaTypes().contains(MediaType.APPLICATION_NDJSON)
                    ? "Send one JSON object a line, with Content-Type: application/x-ndjson."
                    : "Send the body as JSON, with Content-Type: application/json.";
            return new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, detail);
        }
        if (status.value() == HttpStatus.NOT_ACCEPTABLE.value()) {
            return new Refusal(ErrorCode.MALFORMED_REQUEST, "Answers are JSON; ask with Accept: application/json.");
        }
        return status.is4xxClientError()
                ? new Refusal(ErrorCode.MALFORMED_REQUEST, "The request is not one that this route documents.")
                : Failures.toRefusal(failure);
    }
}
