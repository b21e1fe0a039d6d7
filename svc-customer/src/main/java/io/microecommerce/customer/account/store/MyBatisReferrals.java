package io.microecommerce.customer.account.store;

import io.microecommerce.customer.account.Referral;
import io.microecommerce.customer.account.Referrals;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Referrals in PostgreSQL. */
@Repository
class MyBatisReferrals implements Referrals {

    private final ReferralMapper mapper;

    MyBatisReferrals(ReferralMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<Referral> of(String customerId) {
        return Optional.ofNullable(mapper.of(customerId));
    }

    @Override
    @Transactional
    public Claim claim(String customerId, String referrerId, Instant at) {
        // A circle may be closed by two claims on different rows, so no row's own lock is enough. A registration needs
        // none: it
        // adds somebody whom nobody can lead to yet.
        mapper.lockClaims();
        Boolean hasReferrer = mapper.hasReferrer(customerId);
        if (hasReferrer == null) {
            return Claim.NO_CUSTOMER;
        }
        if (hasReferrer) {
            return Claim.HAS_REFERRER;
        }
        if (mapper.leads(referrerId, customerId)) {
            return Claim.CIRCULAR;
        }
        return mapper.claim(customerId, referrerId, at) == 1 ? Claim.MADE : Claim.NO_CUSTOMER;
    }
}
