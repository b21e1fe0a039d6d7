package io.microecommerce.payment.provider.store;

import io.microecommerce.payment.provider.ProviderEvents;
import io.microecommerce.payment.provider.ProviderNotice;
import io.microecommerce.payment.provider.Trade;
import io.microecommerce.payment.provider.Trade.Verdict;
import io.microecommerce.payment.provider.store.ProviderEventMapper.ContradictionRow;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisProviderEvents implements ProviderEvents {

    private final ProviderEventMapper mapper;

    MyBatisProviderEvents(ProviderEventMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean record(ProviderNotice notice, Verdict verdict) {
        Trade trade = notice.trade();
        String subject = trade != null ? trade.id() : Objects.requireNonNullElse(notice.refundId(), "");
        String resolution =
                switch (verdict) {
                    case TAKEN -> "It agrees with our row.";
                    case IGNORED -> "It tells of no capture.";
                    case UNKNOWN_ORDER, WRONG_AMOUNT, WRONG_CURRENCY, WRONG_ACCOUNT -> null;
                };
        return mapper.record(
                        notice.eventId(),
                        notice.type(),
                        subject,
                        trade == null ? null : trade.transactionId(),
                        trade == null ? null : trade.amountMinor(),
                        trade == null ? null : trade.currency(),
                        verdict.name(),
                        resolution)
                == 1;
    }

    @Override
    public List<Contradiction> toResolve(int limit) {
        return mapper.toResolve(limit).stream()
                .map(ContradictionRow::toContradiction)
                .toList();
    }

    @Override
    public void resolve(String eventId, String resolution) {
        mapper.resolve(eventId, resolution);
    }

    @Override
    public long contradictionsOfADay() {
        return mapper.contradictionsOfADay();
    }
}
