package io.microecommerce.customer.ledger.store;

import io.microecommerce.api.customer.MarkRewardsCommand;
import io.microecommerce.customer.ledger.RewardClaim;
import io.microecommerce.customer.ledger.RewardClaims;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Claims in PostgreSQL. */
@Repository
class MyBatisRewardClaims implements RewardClaims {

    private final RewardClaimMapper mapper;

    MyBatisRewardClaims(RewardClaimMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean mark(String xid, MarkRewardsCommand command) {
        return mapper.mark(xid, command) == 1;
    }

    @Override
    public Optional<String> take(String xid) {
        return mapper.take(xid);
    }

    @Override
    public boolean release(String xid) {
        return mapper.release(xid) == 1;
    }

    @Override
    public void awaitTurn(String paymentId) {
        mapper.lock(paymentId);
    }

    @Override
    public boolean taken(String paymentId) {
        return mapper.taken(paymentId);
    }

    @Override
    public List<RewardClaim> under(Collection<String> xids) {
        return mapper.under(xids).stream()
                .map(RewardClaimMapper.ClaimRow::toClaim)
                .toList();
    }

    @Override
    public List<String> xidsMarkedFor(Duration atLeast, int limit) {
        return mapper.xidsMarkedFor(atLeast.toMillis(), limit);
    }
}
