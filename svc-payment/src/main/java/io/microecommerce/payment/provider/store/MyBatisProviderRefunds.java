package io.microecommerce.payment.provider.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.provider.Provider.RefundAnswer;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.ProviderRefunds;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.payment.provider.RefundState;
import io.microecommerce.payment.provider.RefundWork;
import io.microecommerce.payment.provider.store.ProviderRefundMapper.RefundRow;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class MyBatisProviderRefunds implements ProviderRefunds, RefundWork {

    private final ProviderRefundMapper mapper;

    MyBatisProviderRefunds(ProviderRefundMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void queue(String refundId, String chargeId, Money amount, RefundCause cause, String reason) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Refund " + refundId + " must be queued with what it is the refund of");
        }
        mapper.lockCharge(chargeId);
        Optional<ProviderRefund> known = byId(refundId);
        if (known.isPresent()) {
            requireSame(known.get(), chargeId, amount);
            return;
        }
        if (mapper.queue(refundId, chargeId, amount.minor(), amount.currency(), cause.name(), reason) != 1) {
            throw new IllegalStateException("Refund " + refundId + " of " + amount.minor() + " " + amount.currency()
                    + " is more than what is left of the capture " + chargeId);
        }
    }

    private static void requireSame(ProviderRefund known, String chargeId, Money amount) {
        if (!known.chargeId().equals(chargeId) || !known.amount().equals(amount)) {
            throw new IllegalStateException("The id " + known.id() + " stands for another refund");
        }
    }

    @Override
    public Optional<ProviderRefund> byId(String refundId) {
        return mapper.byId(refundId).map(RefundRow::toRefund);
    }

    @Override
    public List<ProviderRefund> ofCharge(String chargeId) {
        return mapper.ofCharge(chargeId).stream().map(RefundRow::toRefund).toList();
    }

    @Override
    public void trySoon(String refundId) {
        mapper.trySoon(refundId);
    }

    @Override
    public List<ProviderRefund> toTry(int limit) {
        return mapper.toTry(limit).stream().map(RefundRow::toRefund).toList();
    }

    @Override
    public boolean asked(String refundId, RefundAnswer answer) {
        boolean abnormal = answer.state() == RefundAnswer.State.ABNORMAL;
        RefundState state = abnormal ? RefundState.ABNORMAL : RefundState.ASKED;
        return mapper.asked(refundId, state.name(), answer.providerRefundId(), abnormal ? answer.said() : null) == 1;
    }

    @Override
    public boolean done(String refundId, RefundAnswer answer) {
        return mapper.done(refundId, answer.providerRefundId()) == 1;
    }

    @Override
    public void failed(String refundId, String error) {
        mapper.failed(refundId, error);
    }

    @Override
    public List<ProviderRefund> untold(int limit) {
        return mapper.untold(limit).stream().map(RefundRow::toRefund).toList();
    }

    @Override
    public void told(String refundId) {
        mapper.told(refundId);
    }

    @Override
    public long abnormal() {
        return mapper.abnormal();
    }

    @Override
    public long oldestSeconds() {
        return mapper.oldestSeconds();
    }
}
