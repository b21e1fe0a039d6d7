package io.microecommerce.gateway.payment.web;

import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.api.payment.ProviderCallbackFacade;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat Pay calls. No login: the signature says who it is, and svc-payment verifies it over the very bytes that came. */
@RestController
class ProviderCallbackController {

    /** A header that is missing is as good as a wrong one. */
    private static final String MISSING = "-";

    private final ProviderCallbackFacade callbacks;

    ProviderCallbackController(ProviderCallbackFacade callbacks) {
        this.callbacks = callbacks;
    }

    /** Whatever else than 204 makes WeChat Pay call again. */
    @PostMapping("/api/v1/payment/wechatpay/callback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "Recorded, or known")
    void hearWeChatPay(
            @RequestHeader(name = "Wechatpay-Serial", required = false) @Nullable String serial,
            @RequestHeader(name = "Wechatpay-Timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "Wechatpay-Nonce", required = false) @Nullable String nonce,
            @RequestHeader(name = "Wechatpay-Signature", required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        callbacks.hear(new ProviderCallback(
                Objects.requireNonNullElse(body, new byte[0]),
                present(serial),
                present(timestamp),
                present(nonce),
                present(signature)));
    }

    private static String present(@Nullable String header) {
        return header == null || header.isBlank() ? MISSING : header;
    }
}
