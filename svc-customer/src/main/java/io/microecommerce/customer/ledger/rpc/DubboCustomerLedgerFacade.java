package io.microecommerce.customer.ledger.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.CommissionView;
import io.microecommerce.api.customer.CreditView;
import io.microecommerce.api.customer.CustomerLedgerFacade;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.ledger.CommissionLedger;
import io.microecommerce.customer.ledger.CreditLedger;
import org.apache.dubbo.config.annotation.DubboService;

/** The ledgers over Dubbo. */
@DubboService
public class DubboCustomerLedgerFacade implements CustomerLedgerFacade {

    private final CreditLedger credits;
    private final CommissionLedger commissions;

    DubboCustomerLedgerFacade(CreditLedger credits, CommissionLedger commissions) {
        this.credits = credits;
        this.commissions = commissions;
    }

    @Override
    public CreditView credit(String customerId) throws Refusal {
        return credits.view(Limits.requireId("customer_id", customerId));
    }

    @Override
    public CommissionView commission(String customerId) throws Refusal {
        return commissions.view(Limits.requireId("customer_id", customerId));
    }
}
