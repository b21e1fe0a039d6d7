package io.microecommerce.gateway.problem;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.gateway.rest.Routes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** What Spring Security refuses. Why exactly a token was not believed is nobody's business but ours. */
@Component
public final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean believedNot = failure instanceof InvalidBearerTokenException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, believedNot ? "Bearer error=\"invalid_token\"" : "Bearer");
        String detail = believedNot
                ? "The token is expired, or not one of ours: log in again with POST /api/v1/session."
                : "This route needs a login: get a token with POST /api/v1/session and send it as Authorization: Bearer.";
        Problem.of(ErrorCode.UNAUTHENTICATED, detail, request, response).write(response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problemOf(request, response).write(response);
    }

    /** Who asks for what is not in the table of routes is logged in, and may know that. */
    private static Problem problemOf(HttpServletRequest request, HttpServletResponse response) {
        if (Routes.access(request.getMethod(), request.getRequestURI()).isPresent()) {
            return Problem.of(ErrorCode.FORBIDDEN, "This is for the staff.", request, response);
        }
        Set<HttpMethod> methods = Routes.methods(request.getRequestURI());
        if (methods.isEmpty()) {
            return Problem.of(
                    ErrorCode.ROUTE_NOT_FOUND,
                    "There is no such route; GET /v3/api-docs lists those there are.",
                    request,
                    response);
        }
        HttpHeaders allow = new HttpHeaders();
        allow.setAllow(methods);
        response.setHeader(HttpHeaders.ALLOW, allow.getFirst(HttpHeaders.ALLOW));
        return Problem.of(
                ErrorCode.METHOD_NOT_ALLOWED,
                "This route does not take " + request.getMethod() + "; the Allow header says what it takes.",
                request,
                response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        Problem.of(ErrorCode.MALFORMED_REQUEST, "The path holds what no route has.", request, response)
                .write(response);
    }
}
