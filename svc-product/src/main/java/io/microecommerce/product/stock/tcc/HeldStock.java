package io.microecommerce.product.stock.tcc;

import io.microecommerce.api.branch.HoldState;
import io.microecommerce.product.stock.HeldPieces;
import io.microecommerce.product.stock.HeldReservations;
import io.microecommerce.service.tcc.BranchContext;
import io.microecommerce.service.tcc.Hold;
import io.microecommerce.service.tcc.Holds;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The pieces that payments hold, for the auditor; settled by the participant's own Confirm and Cancel. */
@Component
class HeldStock implements Holds {

    private final HeldReservations reservations;
    private final StockTccParticipant participant;

    HeldStock(HeldReservations reservations, StockTccParticipant participant) {
        this.reservations = reservations;
        this.participant = participant;
    }

    @Override
    public String action() {
        return StockTccParticipant.ACTION;
    }

    @Override
    public List<Hold> under(Collection<String> xids) {
        return reservations.under(xids).stream().map(HeldStock::hold).toList();
    }

    @Override
    public List<String> heldFor(Duration atLeast, int limit) {
        return reservations.xidsHeldFor(atLeast, limit);
    }

    @Override
    public void confirm(Hold hold) {
        participant.confirm(BranchContext.of(hold, StockTccParticipant.ORDER_ID, hold.orderId()));
    }

    @Override
    public void cancel(Hold hold) {
        participant.cancel(BranchContext.of(hold, StockTccParticipant.ORDER_ID, hold.orderId()));
    }

    private static Hold hold(HeldPieces pieces) {
        HoldState state = HoldState.NONE;
        if (pieces.held()) {
            state = HoldState.HELD;
        } else if (pieces.settled()) {
            state = HoldState.CONFIRMED;
        }
        return new Hold(pieces.xid(), state, null, pieces.orderId(), pieces.pieces(), pieces.since());
    }
}
