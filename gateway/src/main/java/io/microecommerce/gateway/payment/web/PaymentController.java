package io.microecommerce.gateway.payment.web;

import static io.microecommerce.gateway.request.RequestFields.IDEMPOTENCY_KEY;
import static io.microecommerce.gateway.request.RequestFields.idempotencyKey;
import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.gateway.problem.PaymentProblemException;
import io.microecommerce.service.trace.Spans;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paying an order. */
@RestController
@RequestMapping("/api/v1/payment")
class PaymentController {

    private final PaymentFacade payments;

    PaymentController(PaymentFacade payments) {
        this.payments = payments;
    }

    /**
     * 201 once it is paid, 202 while the outcome is not known or the customer has yet to confirm at WeChat Pay, 422 when it was refused, 503 when it did not come about for a
     * technical reason; never a guess.
     */
    @PostMapping
    @ApiResponse(responseCode = "201", description = "Paid")
    @ApiResponse(
            responseCode = "202",
            description = "The outcome is not known yet, or the customer has yet to scan code_url")
    ResponseEntity<PaymentResponse> payOrder(
            Principal customer,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody PayRequest request) {
        PayCommand command = request.toCommand(customer.getName(), idempotencyKey(key));
        PaymentView payment = Spans.ofOrder(command.orderId(), () -> payments.pay(command));
        return switch (payment.status()) {
            case PAID -> answer(HttpStatus.CREATED, payment);
            case PROCESSING, AWAITING_PROVIDER -> answer(HttpStatus.ACCEPTED, payment);
            case CLOSED -> throw PaymentProblemException.closed(payment.id());
            case REFUSED ->
                throw PaymentProblemException.refused(
                        Objects.requireNonNull(payment.code(), "A refused payment says why"),
                        Objects.requireNonNullElse(payment.detail(), "The payment was refused; nothing was taken."),
                        payment.id());
            case FAILED -> throw PaymentProblemException.notCompleted(payment.id());
        };
    }

    @GetMapping("/{id}")
    PaymentResponse showPayment(Principal customer, @PathVariable String id) {
        return PaymentResponse.of(payments.payment(customer.getName(), Limits.requireId("id", id)));
    }

    private static ResponseEntity<PaymentResponse> answer(HttpStatus status, PaymentView payment) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/payment/" + payment.id()))
                .body(PaymentResponse.of(payment));
    }

    /** @param method {@code balance} or {@code wechat} */
    record PayRequest(@Nullable String orderId, @Nullable String method) {

        PayCommand toCommand(String customerId, String key) {
            return new PayCommand(customerId, required("order_id", orderId), methodOf(required("method", method)), key);
        }

        private static PaymentMethod methodOf(String name) {
            return switch (name) {
                case "balance" -> PaymentMethod.BALANCE;
                case "wechat" -> PaymentMethod.WECHAT;
                default -> throw Refusal.invalid("method", "must be balance or wechat");
            };
        }
    }
}
