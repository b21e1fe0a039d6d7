package io.microecommerce.local.wechatpay.books;

/** What WeChat refuses, with its own status and code. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String said;

    public RefusedException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.said = message;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** In words. */
    public String said() {
        return said;
    }

    public static RefusedException parameter(String message) {
        return new RefusedException(400, "PARAM_ERROR", message);
    }
}
