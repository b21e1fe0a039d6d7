package io.microecommerce.payment.provider.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.provider.Charge;
import io.microecommerce.payment.provider.ChargeState;
import io.microecommerce.payment.provider.Charges;
import io.microecommerce.payment.provider.Purpose;
import io.microecommerce.payment.provider.Trade;
import io.microecommerce.payment.provider.store.ChargeMapper.ChargeRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisCharges implements Charges {

    private final ChargeMapper mapper;

    MyBatisCharges(ChargeMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void open(
            String id, Purpose purpose, String customerId, Money amount, String description, Instant expiresAt) {
        mapper.open(id, purpose.name(), customerId, amount.minor(), amount.currency(), description, expiresAt);
    }

    @Override
    public Optional<Charge> byId(String id) {
        return mapper.byId(id).map(ChargeRow::toCharge);
    }

    @Override
    public Optional<Charge> lock(String id) {
        return mapper.lock(id).map(ChargeRow::toCharge);
    }

    @Override
    public void prepaid(String id, String codeUrl) {
        mapper.prepaid(id, codeUrl);
    }

    @Override
    public void lookSoon(String id) {
        mapper.lookSoon(id);
    }

    @Override
    public List<Charge> toLookAt(int limit) {
        return mapper.toLookAt(limit).stream().map(ChargeRow::toCharge).toList();
    }

    @Override
    public boolean capture(String id, Trade trade) {
        return capture(id, trade, ChargeState.CAPTURED);
    }

    @Override
    public boolean captureMismatch(String id, Trade trade) {
        return capture(id, trade, ChargeState.RETURNED);
    }

    private boolean capture(String id, Trade trade, ChargeState to) {
        Money amount = trade.requireAmount();
        return mapper.capture(
                        id,
                        to.name(),
                        trade.requireTransactionId(),
                        amount.minor(),
                        amount.currency(),
                        trade.requireCapturedAt())
                == 1;
    }

    @Override
    public boolean captureUnknown(Trade trade) {
        Money amount = trade.requireAmount();
        return mapper.captureUnknown(
                        trade.id(),
                        trade.requireTransactionId(),
                        amount.minor(),
                        amount.currency(),
                        trade.requireCapturedAt())
                == 1;
    }

    @Override
    public boolean close(String id, Duration lookAgainAfter) {
        return mapper.close(id, lookAgainAfter.toMillis()) == 1;
    }

    @Override
    public void lookNoMore(String id) {
        mapper.lookNoMore(id);
    }

    @Override
    public boolean freeze(String id) {
        return move(id, ChargeState.CAPTURED, ChargeState.FROZEN);
    }

    @Override
    public boolean spend(String id) {
        return move(id, ChargeState.FROZEN, ChargeState.SPENT);
    }

    @Override
    public boolean unfreeze(String id) {
        return move(id, ChargeState.FROZEN, ChargeState.CAPTURED);
    }

    @Override
    public boolean credit(String id) {
        return move(id, ChargeState.CAPTURED, ChargeState.CREDITED);
    }

    @Override
    public boolean giveBack(String id) {
        return move(id, ChargeState.CAPTURED, ChargeState.RETURNED);
    }

    private boolean move(String id, ChargeState from, ChargeState to) {
        return mapper.move(id, from.name(), to.name()) == 1;
    }
}
