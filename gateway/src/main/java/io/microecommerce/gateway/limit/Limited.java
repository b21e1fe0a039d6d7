package io.microecommerce.gateway.limit;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.gateway.limit.RateLimit.Verdict;
import io.microecommerce.gateway.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** How a client hears of its limits. */
final class Limited {

    static final String LIMIT = "RateLimit-Limit";
    static final String REMAINING = "RateLimit-Remaining";

    private Limited() {}

    /**
     * Tells the client where it stands, and refuses what is too much. Of several limits the headers show the last one asked.
     *
     * @param tooMany what there is too much of, in words
     * @return whether the request may go on; it is answered otherwise
     */
    static boolean passes(Verdict verdict, String tooMany, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (verdict.limit() > 0) {
            response.setHeader(LIMIT, Long.toString(verdict.limit()));
            response.setHeader(REMAINING, Long.toString(verdict.remaining()));
        }
        if (verdict.allowed()) {
            return true;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(verdict.waitSeconds()));
        Problem.of(ErrorCode.RATE_LIMITED, tooMany + "; wait " + verdict.waitSeconds() + " seconds.", request, response)
                .write(response);
        return false;
    }
}
