package io.microecommerce.payment.audit.remote;

import io.microecommerce.api.branch.BranchFacade;
import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.branch.Xids;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.payment.audit.Participants;
import io.microecommerce.payment.audit.SilentException;
import io.microecommerce.payment.audit.TakingPart;
import io.microecommerce.service.tcc.AuditedBranches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.rpc.RpcException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Three participants over Dubbo, and this service's own. */
@Component
class DubboParticipants implements Participants {

    private final AuditedBranches own;
    private final TakingPart takingPart;

    @DubboReference(group = ORDER, timeout = 3000, retries = 0)
    private BranchFacade orderBranches;

    @DubboReference(group = PRODUCT, timeout = 3000, retries = 0)
    private BranchFacade productBranches;

    @DubboReference(group = CUSTOMER, timeout = 3000, retries = 0)
    private BranchFacade customerBranches;

    DubboParticipants(AuditedBranches own, TakingPart takingPart) {
        this.own = own;
        this.takingPart = takingPart;
    }

    @Override
    public Set<String> heldLongerThan(Duration age) {
        Set<String> xids = new LinkedHashSet<>();
        facades()
                .forEach((service, facade) ->
                        xids.addAll(ask(service, () -> facade.heldLongerThan(age.toMillis(), Xids.MAX_AT_ONCE))));
        return xids;
    }

    @Override
    public Map<String, List<BranchView>> branches(Collection<String> xids) {
        Map<String, List<BranchView>> branches = new LinkedHashMap<>();
        xids.forEach(xid -> branches.put(xid, new ArrayList<>()));
        List<String> all = List.copyOf(xids);
        for (int from = 0; from < all.size(); from += Xids.MAX_AT_ONCE) {
            // A list that crosses Dubbo is a plain one.
            List<String> some = new ArrayList<>(all.subList(from, Math.min(all.size(), from + Xids.MAX_AT_ONCE)));
            facades().forEach((service, facade) -> ask(service, () -> facade.branches(some))
                    .forEach(branch ->
                            Objects.requireNonNull(branches.get(branch.xid())).add(branch)));
        }
        return ask(PAYMENT, () -> takingPart.among(branches));
    }

    @Override
    public BranchView settle(String service, SettleBranchCommand command) {
        return ask(service, () -> Objects.requireNonNull(facades().get(service)).settle(command));
    }

    /** In the order in which they are settled. */
    private Map<String, BranchFacade> facades() {
        Map<String, BranchFacade> facades = new LinkedHashMap<>();
        facades.put(ORDER, orderBranches);
        facades.put(PRODUCT, productBranches);
        facades.put(CUSTOMER, customerBranches);
        facades.put(PAYMENT, own);
        return facades;
    }

    private static <T> T ask(String service, Supplier<T> question) {
        try {
            return question.get();
        } catch (Refusal refusal) {
            if (refusal.code().kind() == ErrorCode.Kind.UNAVAILABLE || refusal.code() == ErrorCode.INTERNAL_ERROR) {
                throw new SilentException(service, refusal);
            }
            throw refusal;
        } catch (RpcException | DataAccessException | TransactionException | IllegalStateException silent) {
            throw new SilentException(service, silent);
        }
    }
}
