package io.microecommerce.payment.provider.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.ProviderRefunds;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.payment.provider.store.ProviderRefundMapper.RefundRow;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class MyBatisProviderRefunds implements ProviderRefunds {

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
}
