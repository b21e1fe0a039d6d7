package io.microecommerce.payment.audit.rpc;

import io.microecommerce.api.payment.ResolutionView;
import io.microecommerce.api.payment.ResolveTransactionCommand;
import io.microecommerce.api.payment.StaffTransactionFacade;
import io.microecommerce.api.payment.TransactionPage;
import io.microecommerce.api.payment.TransactionView;
import io.microecommerce.payment.audit.ReadTransactions;
import io.microecommerce.payment.audit.ResolveTransaction;
import org.apache.dubbo.config.annotation.DubboService;
import org.jspecify.annotations.Nullable;

@DubboService
class DubboStaffTransactionFacade implements StaffTransactionFacade {

    private final ReadTransactions read;
    private final ResolveTransaction resolve;

    DubboStaffTransactionFacade(ReadTransactions read, ResolveTransaction resolve) {
        this.read = read;
        this.resolve = resolve;
    }

    @Override
    public TransactionPage transactions(TransactionView.@Nullable State state, @Nullable String cursor, int size) {
        return read.page(state, cursor, size);
    }

    @Override
    public TransactionView transaction(String xid) {
        return read.transaction(xid);
    }

    @Override
    public ResolutionView resolve(ResolveTransactionCommand command) {
        return resolve.resolve(command);
    }
}
