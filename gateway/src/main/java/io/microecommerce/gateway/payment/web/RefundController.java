package io.microecommerce.gateway.payment.web;

import static io.microecommerce.gateway.request.RequestFields.IDEMPOTENCY_KEY;
import static io.microecommerce.gateway.request.RequestFields.idempotencyKey;
import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.api.payment.RefundFacade;
import io.microecommerce.api.payment.RefundView;
import io.microecommerce.gateway.problem.PaymentProblemException;
import io.microecommerce.gateway.request.Caller;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Giving a payment back in full: by the staff, or by its customer until the goods are shipped. */
@RestController
@RequestMapping("/api/v1/payment/{id}/refund")
class RefundController {

    private final RefundFacade refunds;

    RefundController(RefundFacade refunds) {
        this.refunds = refunds;
    }

    /**
     * 201 once the customer has the money, 202 while the outcome is not known or WeChat Pay is giving it back, 422 when it was
     * refused, 503 when it did not come about for a technical reason; never a guess.
     */
    @PostMapping
    @ApiResponse(responseCode = "201", description = "The money is back")
    @ApiResponse(responseCode = "202", description = "The outcome is not known yet, or WeChat Pay is giving it back")
    ResponseEntity<RefundResponse> refundPayment(
            Authentication caller,
            @PathVariable String id,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody RefundRequest request) {
        RefundView refund = refunds.refund(request.toCommand(id, caller, idempotencyKey(key)));
        return switch (refund.status()) {
            case DONE -> answer(HttpStatus.CREATED, refund);
            case PROCESSING, UNDER_WAY -> answer(HttpStatus.ACCEPTED, refund);
            case REFUSED ->
                throw PaymentProblemException.refused(
                        Objects.requireNonNull(refund.code(), "A refused refund says why"),
                        Objects.requireNonNullElse(refund.detail(), "The refund was refused; nothing has changed."),
                        refund.paymentId());
            case FAILED -> throw PaymentProblemException.refundNotCompleted(refund.paymentId());
        };
    }

    @GetMapping
    RefundResponse showRefund(Authentication caller, @PathVariable String id) {
        return RefundResponse.of(
                refunds.refundOf(Limits.requireId("id", id), Caller.isStaff(caller) ? null : caller.getName()));
    }

    private static ResponseEntity<RefundResponse> answer(HttpStatus status, RefundView refund) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/payment/" + refund.paymentId() + "/refund"))
                .body(RefundResponse.of(refund));
    }

    record RefundRequest(@Nullable String reason) {

        RefundCommand toCommand(String paymentId, Authentication caller, String key) {
            return new RefundCommand(
                    paymentId, caller.getName(), Caller.isStaff(caller), required("reason", reason), key);
        }
    }
}
