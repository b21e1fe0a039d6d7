package io.microecommerce.product.stock.store;

import io.microecommerce.product.stock.HeldPieces;
import io.microecommerce.product.stock.HeldReservations;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisHeldReservations implements HeldReservations {

    private final HeldReservationMapper mapper;

    MyBatisHeldReservations(HeldReservationMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<HeldPieces> under(Collection<String> xids) {
        return mapper.under(xids);
    }

    @Override
    public List<String> xidsHeldFor(Duration atLeast, int limit) {
        return mapper.xidsHeldFor(atLeast.toMillis(), limit);
    }

    @Override
    public List<HeldPieces> underRefunds(Collection<String> xids) {
        return mapper.underRefunds(xids);
    }

    @Override
    public List<String> xidsReturningFor(Duration atLeast, int limit) {
        return mapper.xidsReturningFor(atLeast.toMillis(), limit);
    }
}
