package io.microecommerce.gateway.problem;

import io.microecommerce.api.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The problem for which nothing is known but its HTTP status. */
final class StatusProblem {

    private StatusProblem() {}

    static Problem of(int status, HttpServletRequest request, HttpServletResponse response) {
        HttpStatusCode shown = HttpStatusCode.valueOf(status);
        if (status == HttpStatus.NOT_FOUND.value()) {
            return Problem.of(ErrorCode.ROUTE_NOT_FOUND, "There is no such route.", request, response);
        }
        if (status == HttpStatus.METHOD_NOT_ALLOWED.value()) {
            return Problem.of(ErrorCode.METHOD_NOT_ALLOWED, "No route takes this method.", request, response);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            return Problem.of(ErrorCode.SERVICE_UNAVAILABLE, "The gateway is not ready.", request, response);
        }
        if (shown.is4xxClientError()) {
            return Problem.of(
                    ErrorCode.MALFORMED_REQUEST, shown, "The request is not well-formed HTTP.", request, response);
        }
        return Problem.of(
                ErrorCode.INTERNAL_ERROR, "Something failed on our side; the log has the details.", request, response);
    }
}
