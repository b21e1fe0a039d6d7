package io.microecommerce.gateway.problem;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the {@code type} of a problem points to. */
@RestController
class ProblemTypeController {

    @GetMapping(Problem.TYPES + "{name}")
    ProblemTypeResponse showProblemType(@PathVariable String name) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> nameOf(code).equals(name))
                .findFirst()
                .map(ProblemTypeResponse::of)
                .orElseThrow(() -> new Refusal(ErrorCode.ROUTE_NOT_FOUND, "There is no problem of this name."));
    }

    private static String nameOf(ErrorCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A kind of problem.
     *
     * @param title the code in words, as problems carry it
     * @param status of an answer with this code
     * @param meaning what a client makes of any code of this status
     */
    record ProblemTypeResponse(String code, String title, int status, String meaning) {

        static ProblemTypeResponse of(ErrorCode code) {
            return new ProblemTypeResponse(
                    code.name(),
                    Problem.titleOf(code.name()),
                    Problem.statusOf(code.kind()).value(),
                    meaningOf(code.kind()));
        }

        private static String meaningOf(ErrorCode.Kind kind) {
            return switch (kind) {
                case INVALID -> "The request is not one that the route documents; change it.";
                case UNAUTHENTICATED -> "Log in, and send the token.";
                case FORBIDDEN -> "The caller is known and may not do this.";
                case NOT_FOUND -> "There is no such thing, or it is somebody else's.";
                case METHOD_NOT_ALLOWED -> "The path exists and takes other methods.";
                case UNSUPPORTED_MEDIA_TYPE -> "The body comes as something that the route does not read.";
                case TOO_LARGE -> "Send less at a time.";
                case CONFLICT -> "The state of things does not allow it; read it again, and decide anew.";
                case REFUSED -> "The request is well-formed, and the answer is no; nothing was changed.";
                case TOO_MANY -> "Wait as long as Retry-After says.";
                case UNAVAILABLE -> "A technical reason; the same request, with the same key, may succeed later.";
                case INTERNAL -> "A defect of ours; the log has it under the request id.";
            };
        }
    }
}
