package io.microecommerce.payment.topup.store;

import io.microecommerce.api.payment.TopUpCommand;
import io.microecommerce.payment.topup.TopUp;
import io.microecommerce.payment.topup.TopUps;
import io.microecommerce.payment.topup.store.TopUpMapper.TopUpRow;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisTopUps implements TopUps {

    private final TopUpMapper mapper;

    MyBatisTopUps(TopUpMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<TopUp> byId(String id) {
        return mapper.byId(id).map(TopUpRow::toTopUp);
    }

    @Override
    public Optional<TopUp> byKey(String customerId, String idempotencyKey) {
        return mapper.byKey(customerId, idempotencyKey).map(TopUpRow::toTopUp);
    }

    @Override
    public boolean open(String id, TopUpCommand command, String requestHash) {
        return mapper.open(
                        id,
                        command.customerId(),
                        command.amount().minor(),
                        command.amount().currency(),
                        command.idempotencyKey(),
                        requestHash)
                == 1;
    }

    @Override
    public boolean credited(String id) {
        return mapper.credited(id) == 1;
    }

    @Override
    public boolean refused(String id) {
        return mapper.refused(id) == 1;
    }

    @Override
    public boolean closed(String id) {
        return mapper.closed(id) == 1;
    }
}
