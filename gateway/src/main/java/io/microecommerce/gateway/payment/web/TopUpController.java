package io.microecommerce.gateway.payment.web;

import static io.microecommerce.gateway.request.RequestFields.IDEMPOTENCY_KEY;
import static io.microecommerce.gateway.request.RequestFields.idempotencyKey;
import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.TopUpCommand;
import io.microecommerce.api.payment.TopUpFacade;
import io.microecommerce.api.payment.TopUpView;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Filling the wallet by WeChat Pay. */
@RestController
@RequestMapping("/api/v1/customer/me/top_up")
class TopUpController {

    private final TopUpFacade topUps;

    TopUpController(TopUpFacade topUps) {
        this.topUps = topUps;
    }

    /** 202: the wallet is credited once the customer has confirmed at WeChat Pay. */
    @PostMapping
    @ApiResponse(responseCode = "202", description = "Opened, or known by its key")
    ResponseEntity<TopUpResponse> topUpMyWallet(
            Principal customer,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody TopUpRequest request) {
        TopUpView topUp = topUps.topUp(request.toCommand(customer.getName(), idempotencyKey(key)));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/customer/me/top_up/" + topUp.id()))
                .body(TopUpResponse.of(topUp));
    }

    @GetMapping("/{id}")
    TopUpResponse showMyTopUp(Principal customer, @PathVariable String id) {
        return TopUpResponse.of(topUps.topUp(customer.getName(), Limits.requireId("id", id)));
    }

    record TopUpRequest(@Nullable Money amount) {

        TopUpCommand toCommand(String customerId, String key) {
            return new TopUpCommand(customerId, required("amount", amount), key);
        }
    }

    /**
     * A top-up.
     *
     * @param codeUrl what the customer scans; null unless AWAITING_PROVIDER
     * @param payUntil when WeChat Pay stops taking money for it; null unless AWAITING_PROVIDER
     */
    record TopUpResponse(
            String id,
            TopUpView.Status status,
            Money amount,
            @Nullable String codeUrl,
            @Nullable Instant payUntil,
            Instant createdAt,
            @Nullable Instant creditedAt) {

        static TopUpResponse of(TopUpView topUp) {
            return new TopUpResponse(
                    topUp.id(),
                    topUp.status(),
                    topUp.amount(),
                    topUp.codeUrl(),
                    topUp.payUntil(),
                    topUp.createdAt(),
                    topUp.creditedAt());
        }
    }
}
