package io.microecommerce.payment.topup.rpc;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.TopUpCommand;
import io.microecommerce.api.payment.TopUpFacade;
import io.microecommerce.api.payment.TopUpView;
import io.microecommerce.payment.provider.Charge;
import io.microecommerce.payment.provider.Charges;
import io.microecommerce.payment.topup.TopUp;
import io.microecommerce.payment.topup.TopUpStatus;
import io.microecommerce.payment.topup.TopUpWallet;
import io.microecommerce.payment.topup.TopUps;
import java.util.Optional;
import org.apache.dubbo.config.annotation.DubboService;

@DubboService
class DubboTopUpFacade implements TopUpFacade {

    private final TopUpWallet topUpWallet;
    private final TopUps topUps;
    private final Charges charges;

    DubboTopUpFacade(TopUpWallet topUpWallet, TopUps topUps, Charges charges) {
        this.topUpWallet = topUpWallet;
        this.topUps = topUps;
        this.charges = charges;
    }

    @Override
    public TopUpView topUp(TopUpCommand command) {
        return view(topUpWallet.topUp(command));
    }

    @Override
    public TopUpView topUp(String customerId, String topUpId) {
        return topUps.byId(topUpId)
                .filter(topUp -> topUp.customerId().equals(customerId))
                .map(this::view)
                .orElseThrow(() -> new Refusal(ErrorCode.TOP_UP_NOT_FOUND, "You have no such top-up."));
    }

    private TopUpView view(TopUp topUp) {
        Optional<Charge> awaited =
                topUp.status() == TopUpStatus.AWAITING_PROVIDER ? charges.byId(topUp.id()) : Optional.empty();
        return new TopUpView(
                topUp.id(),
                TopUpView.Status.valueOf(topUp.status().name()),
                topUp.amount(),
                awaited.map(Charge::codeUrl).orElse(null),
                awaited.map(Charge::expiresAt).orElse(null),
                topUp.createdAt(),
                topUp.creditedAt());
    }
}
