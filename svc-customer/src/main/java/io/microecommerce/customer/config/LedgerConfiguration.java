package io.microecommerce.customer.config;

import io.microecommerce.customer.account.Referrals;
import io.microecommerce.customer.ledger.CommissionAward;
import io.microecommerce.customer.ledger.CommissionLedger;
import io.microecommerce.customer.ledger.CreditAward;
import io.microecommerce.customer.ledger.CreditLedger;
import io.microecommerce.customer.ledger.Rates;
import io.microecommerce.customer.ledger.RewardClaims;
import io.microecommerce.customer.ledger.TakeBack;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of the ledgers. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    CreditAward creditAward(RewardClaims claims, CreditLedger ledger, Rates rates) {
        return new CreditAward(claims, ledger, rates);
    }

    @Bean
    CommissionAward commissionAward(RewardClaims claims, Referrals referrals, CommissionLedger ledger, Rates rates) {
        return new CommissionAward(claims, referrals, ledger, rates);
    }

    @Bean
    TakeBack takeBack(RewardClaims claims, CreditLedger credit, CommissionLedger commission) {
        return new TakeBack(claims, credit, commission);
    }
}
