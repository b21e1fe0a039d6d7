package io.microecommerce.payment.provider.remote;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.payment.provider.CallbackReader;
import io.microecommerce.payment.provider.Charge;
import io.microecommerce.payment.provider.Provider;
import io.microecommerce.payment.provider.ProviderException;
import io.microecommerce.payment.provider.ProviderNotice;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.ProviderStatements;
import io.microecommerce.payment.provider.StatementLine;
import io.microecommerce.payment.provider.Trade;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Stands where no provider is configured; nobody can sign as it either. */
final class NoProvider implements Provider, CallbackReader, ProviderStatements {

    @Override
    public boolean available() {
        return false;
    }

    @Override
    public boolean takes(Money amount) {
        return false;
    }

    @Override
    public String prepay(Charge charge) {
        throw unavailable();
    }

    @Override
    public Optional<Trade> query(String chargeId) {
        throw unavailable();
    }

    @Override
    public boolean close(String chargeId) {
        throw unavailable();
    }

    @Override
    public RefundAnswer refund(Charge charge, ProviderRefund refund) {
        throw unavailable();
    }

    @Override
    public Optional<RefundAnswer> refundState(String refundId) {
        throw unavailable();
    }

    @Override
    public List<StatementLine> ofDay(LocalDate day) {
        throw unavailable();
    }

    @Override
    public ProviderNotice read(ProviderCallback callback) {
        throw new Refusal(ErrorCode.CALLBACK_FORGED, "No provider is configured that could call.");
    }

    private static ProviderException unavailable() {
        return new ProviderException("No provider is configured", null);
    }
}
