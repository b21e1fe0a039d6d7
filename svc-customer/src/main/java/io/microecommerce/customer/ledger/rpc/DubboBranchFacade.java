package io.microecommerce.customer.ledger.rpc;

import io.microecommerce.api.branch.BranchFacade;
import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.service.tcc.AuditedBranches;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;

/** This participant for the auditor. The group is what tells the participants apart. */
@DubboService(group = "svc-customer")
class DubboBranchFacade implements BranchFacade {

    private final AuditedBranches branches;

    DubboBranchFacade(AuditedBranches branches) {
        this.branches = branches;
    }

    @Override
    public List<String> heldLongerThan(long millis, int limit) {
        return branches.heldLongerThan(millis, limit);
    }

    @Override
    public List<BranchView> branches(List<String> xids) {
        return branches.branches(xids);
    }

    @Override
    public BranchView settle(SettleBranchCommand command) {
        return branches.settle(command);
    }
}
