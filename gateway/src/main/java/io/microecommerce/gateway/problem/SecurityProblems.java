package io.microecommerce.gateway.problem;

import io.microecommerce.api.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
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
        Problem.of(ErrorCode.FORBIDDEN, "This is for the staff.", request, response)
                .write(response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        Problem.of(ErrorCode.MALFORMED_REQUEST, "The path holds what no route has.", request, response)
                .write(response);
    }
}
