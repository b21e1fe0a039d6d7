package io.microecommerce.payment.topup;

import io.microecommerce.payment.provider.Charge;
import io.microecommerce.payment.provider.ChargeOwner;
import io.microecommerce.payment.provider.Charges;
import io.microecommerce.payment.provider.Purpose;
import io.microecommerce.payment.provider.Trade;
import io.microecommerce.payment.wallet.Wallets;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What becomes of a top-up when its charge is captured or closed. */
@Component
class TopUpCharges implements ChargeOwner {

    private final TopUps topUps;
    private final Charges charges;
    private final Wallets wallets;

    TopUpCharges(TopUps topUps, Charges charges, Wallets wallets) {
        this.topUps = topUps;
        this.charges = charges;
        this.wallets = wallets;
    }

    @Override
    public Purpose purpose() {
        return Purpose.TOP_UP;
    }

    @Override
    public boolean wanted(Charge charge) {
        return true;
    }

    /** Credited with the capture itself, and so as often as that: once. Late or not, the customer wanted it in the wallet. */
    @Override
    public void captured(Charge charge, boolean late) {
        wallets.topUp(
                charge.id(),
                Objects.requireNonNull(charge.customerId(), "A top-up is somebody's"),
                Objects.requireNonNull(charge.captured(), "Captured"));
        requireMoved(charges.credit(charge.id()) && topUps.credited(charge.id()), charge);
    }

    @Override
    public void mismatched(Charge charge, Trade.Verdict verdict) {
        requireMoved(topUps.refused(charge.id()), charge);
    }

    @Override
    public void closed(Charge charge) {
        requireMoved(topUps.closed(charge.id()), charge);
    }

    private static void requireMoved(boolean moved, Charge charge) {
        if (!moved) {
            throw new IllegalStateException("Top-up and charge " + charge.id() + " do not agree");
        }
    }
}
