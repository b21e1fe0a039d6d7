package io.microecommerce.payment.topup;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.TopUpCommand;
import io.microecommerce.payment.provider.AskProvider;
import io.microecommerce.payment.provider.Purpose;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The use case: a customer fills the wallet. The money is credited when the provider has it, see {@link TopUpCharges}. */
@Service
public class TopUpWallet {

    private final TopUps topUps;
    private final AskProvider provider;
    private final TransactionTemplate transaction;

    TopUpWallet(TopUps topUps, AskProvider provider, TransactionTemplate transaction) {
        this.topUps = topUps;
        this.provider = provider;
        this.transaction = transaction;
    }

    /** @throws Refusal as {@link io.microecommerce.api.payment.TopUpFacade#topUp} says */
    public TopUp topUp(TopUpCommand command) throws Refusal {
        String request = command.amount().minor() + " " + command.amount().currency();
        TopUp topUp =
                topUps.byKey(command.customerId(), command.idempotencyKey()).orElseGet(() -> open(command, request));
        if (!topUp.requestHash().equals(request)) {
            throw new Refusal(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key belongs to a top-up with another amount; use a new key.");
        }
        if (topUp.status() == TopUpStatus.AWAITING_PROVIDER) {
            provider.ask(topUp.id());
        }
        return topUps.byId(topUp.id()).orElse(topUp);
    }

    private TopUp open(TopUpCommand command, String request) {
        if (!provider.available()) {
            throw new Refusal(ErrorCode.PAYMENT_METHOD_UNAVAILABLE, "WeChat Pay is not available here.");
        }
        // The provider takes no dashes, and no more than these.
        String id = UUID.randomUUID().toString().replace("-", "");
        transaction.executeWithoutResult(status -> {
            if (topUps.open(id, command, request)) {
                provider.open(
                        id,
                        Purpose.TOP_UP,
                        command.customerId(),
                        command.amount(),
                        "Wallet top-up",
                        provider.expiresAt());
            }
        });
        return topUps.byKey(command.customerId(), command.idempotencyKey())
                .orElseThrow(() -> new IllegalStateException("A top-up vanished"));
    }
}
