package io.microecommerce.customer.deletion.remote;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.api.payment.WalletView;
import io.microecommerce.customer.deletion.CustomerWallet;
import io.microecommerce.service.rpc.Failures;
import org.apache.dubbo.rpc.RpcException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The wallets of svc-payment. */
@Component
class DubboCustomerWallet implements CustomerWallet {

    private static final Logger log = LoggerFactory.getLogger(DubboCustomerWallet.class);

    private final PaymentFacade payments;

    DubboCustomerWallet(PaymentFacade payments) {
        this.payments = payments;
    }

    @Override
    public Money content(String customerId) {
        try {
            WalletView wallet = payments.balance(customerId);
            return wallet.available().plus(wallet.frozen());
        } catch (RpcException unanswered) {
            // It is a question: without its answer nothing has happened.
            log.warn("svc-payment does not answer: {}", unanswered.toString());
            throw Failures.unavailable("The wallet");
        }
    }
}
