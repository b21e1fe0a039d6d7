package io.microecommerce.gateway.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the container sends what failed in a filter, in place of Spring Boot's page. */
@Hidden
@RestController
class ErrorDispatchController implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request, HttpServletResponse response) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Asked for by a client, and not by the container, it is no route.
        int status = failed instanceof Integer code ? code : HttpStatus.NOT_FOUND.value();
        return StatusProblem.of(status, request, response).toResponse(HttpHeaders.EMPTY);
    }
}
