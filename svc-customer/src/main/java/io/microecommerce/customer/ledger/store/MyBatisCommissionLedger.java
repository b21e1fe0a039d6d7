package io.microecommerce.customer.ledger.store;

import io.microecommerce.api.customer.CommissionView;
import io.microecommerce.api.money.Money;
import io.microecommerce.customer.ledger.CommissionEntry;
import io.microecommerce.customer.ledger.CommissionLedger;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Commission entries in PostgreSQL. */
@Repository
class MyBatisCommissionLedger implements CommissionLedger {

    private final CommissionEntryMapper mapper;

    MyBatisCommissionLedger(CommissionEntryMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void add(CommissionEntry entry) {
        mapper.insertAward(entry);
    }

    @Override
    public void takeBack(String paymentId) {
        mapper.insertTakeBack(paymentId);
    }

    @Override
    public CommissionView view(String customerId) {
        List<CommissionEntryRow> newest = mapper.newest(customerId, CURRENCY, NEWEST);
        long total = newest.isEmpty() ? 0 : newest.get(0).totalMinor();
        return new CommissionView(
                new Money(CURRENCY, total),
                newest.stream().map(CommissionEntryRow::toEntry).toList());
    }
}
