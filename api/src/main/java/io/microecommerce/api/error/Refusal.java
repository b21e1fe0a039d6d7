package io.microecommerce.api.error;

/**
 * The one exception that crosses Dubbo: a stable code, and a sentence that names what is wrong and what to do. Every facade
 * method declares it, because an undeclared unchecked exception arrives as a bare {@link RuntimeException}.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The name, not the constant: a peer one version behind must be able to read a code it does not know. */
    private final String code;

    private final String detail;

    public Refusal(ErrorCode code, String detail) {
        // No cause and no stack: it is an answer, not an accident, and it travels.
        super(code + ": " + detail, null, false, false);
        this.code = code.name();
        this.detail = detail;
    }

    public static Refusal invalid(String field, String requirement) {
        return new Refusal(ErrorCode.INVALID_FIELD, field + " " + requirement + ".");
    }

    /** The code, or {@code INTERNAL_ERROR} if a newer peer sent one that this version does not know. */
    public ErrorCode code() {
        for (ErrorCode known : ErrorCode.values()) {
            if (known.name().equals(code)) {
                return known;
            }
        }
        return ErrorCode.INTERNAL_ERROR;
    }

    public String detail() {
        return detail;
    }
}
