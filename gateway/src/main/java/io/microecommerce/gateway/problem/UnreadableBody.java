package io.microecommerce.gateway.problem;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body could not be read, in the client's words: its own field names, and nothing of our classes. */
public final class UnreadableBody {

    private static final Refusal NOT_JSON =
            new Refusal(ErrorCode.MALFORMED_REQUEST, "The body is not the JSON object that this route documents.");

    private UnreadableBody() {}

    /** @param unreadable what Jackson threw, or what wraps that */
    public static Refusal toRefusal(Throwable unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return new Refusal(
                        ErrorCode.UNKNOWN_FIELD,
                        "This route knows no field " + clean(pathOf(unknown)) + "; leave it out.");
            }
            // Both mean JSON that is well-formed and holds the wrong thing; anything else is not JSON at all.
            if ((cause instanceof DatabindException || cause instanceof InputCoercionException)
                    && cause instanceof JacksonException misfit
                    && !misfit.getPath().isEmpty()) {
                return Refusal.invalid(clean(pathOf(misfit)), "is not of the documented type or range");
            }
        }
        return NOT_JSON;
    }

    private static String pathOf(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        List<Reference> steps = failure.getPath();
        for (Reference step : steps) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    /** A field's name is the client's own text: it goes back short, and without anything that is not printable. */
    private static String clean(String path) {
        String shown = path.replaceAll("[^\\p{Graph} ]", "?");
        return shown.length() <= 100 ? shown : shown.substring(0, 100) + "...";
    }
}
