package io.microecommerce.payment.audit;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.error.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Those that take part in the global transactions of payments and refunds, this service among them. */
public interface Participants {

    /** This service. */
    String PAYMENT = "svc-payment";

    String ORDER = "svc-order";
    String PRODUCT = "svc-product";
    String CUSTOMER = "svc-customer";

    /**
     * The transactions for which any of them has held something for longer than that.
     *
     * @throws SilentException if one does not answer
     */
    Set<String> heldLongerThan(Duration age);

    /**
     * Of each transaction one branch of each that takes part in its kind, this service's last: a customer's retry may begin as
     * soon as the payment is released, and should then find the others free.
     *
     * @throws SilentException if one does not answer
     */
    Map<String, List<BranchView>> branches(Collection<String> xids);

    /**
     * @throws Refusal as {@link io.microecommerce.api.branch.BranchFacade#settle} says
     * @throws SilentException if it does not answer; it may have done it
     */
    BranchView settle(String service, SettleBranchCommand command) throws Refusal;
}
