package io.microecommerce.customer.config;

import io.microecommerce.customer.account.Referrals;
import io.microecommerce.customer.ledger.CommissionAward;
import io.microecommerce.customer.ledger.CommissionLedger;
import io.microecommerce.customer.ledger.CreditAward;
import io.microecommerce.customer.ledger.CreditLedger;
import io.microecommerce.customer.ledger.Rates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of the ledgers. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    CreditAward creditAward(CreditLedger ledger, Rates rates) {
        return new CreditAward(ledger, rates);
    }

    @Bean
    CommissionAward commissionAward(Referrals referrals, CommissionLedger ledger, Rates rates) {
        return new CommissionAward(referrals, ledger, rates);
    }
}
