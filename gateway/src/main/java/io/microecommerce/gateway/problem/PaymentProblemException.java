package io.microecommerce.gateway.problem;

import io.microecommerce.api.error.ErrorCode;
import org.springframework.http.HttpStatus;

/** There is a payment, and it, or its refund, did not come about. The client hears why, and which payment it is. */
public final class PaymentProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final String paymentId;

    private PaymentProblemException(HttpStatus status, String code, String detail, String paymentId) {
        // No cause and no stack: it is an answer, not an accident.
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.paymentId = paymentId;
    }

    /** @param code as svc-payment wrote it, also one that this version does not know */
    public static PaymentProblemException refused(String code, String detail, String paymentId) {
        return new PaymentProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, paymentId);
    }

    public static PaymentProblemException closed(String paymentId) {
        return new PaymentProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                ErrorCode.PAYMENT_CLOSED.name(),
                "It was not confirmed at WeChat Pay in time, or its order is gone; nothing was taken. Pay with a new key.",
                paymentId);
    }

    public static PaymentProblemException notCompleted(String paymentId) {
        return new PaymentProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                ErrorCode.PAYMENT_NOT_COMPLETED.name(),
                "The payment did not happen, for a technical reason, and no money is held: retry the same key.",
                paymentId);
    }

    public static PaymentProblemException refundNotCompleted(String paymentId) {
        return new PaymentProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                ErrorCode.REFUND_NOT_COMPLETED.name(),
                "The refund did not happen, for a technical reason, and nothing has changed: retry the same key.",
                paymentId);
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    String paymentId() {
        return paymentId;
    }
}
