package io.microecommerce.local.wechatpay.http;

/** The caller gets no answer, on purpose. */
public final class AbandonedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AbandonedException() {
        super("no answer, on purpose", null, false, false);
    }
}
