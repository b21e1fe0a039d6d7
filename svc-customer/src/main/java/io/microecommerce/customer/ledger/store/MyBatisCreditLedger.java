package io.microecommerce.customer.ledger.store;

import io.microecommerce.api.customer.CreditView;
import io.microecommerce.customer.ledger.CreditEntry;
import io.microecommerce.customer.ledger.CreditLedger;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Credit entries in PostgreSQL. */
@Repository
class MyBatisCreditLedger implements CreditLedger {

    private final CreditEntryMapper mapper;

    MyBatisCreditLedger(CreditEntryMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void add(CreditEntry entry) {
        mapper.insertAward(entry);
    }

    @Override
    public void takeBack(String paymentId) {
        mapper.insertTakeBack(paymentId);
    }

    @Override
    public CreditView view(String customerId) {
        List<CreditEntryRow> newest = mapper.newest(customerId, NEWEST);
        long total = newest.isEmpty() ? 0 : newest.get(0).total();
        return new CreditView(
                total, newest.stream().map(CreditEntryRow::toEntry).toList());
    }
}
