package io.microecommerce.product.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.product.ReserveStockCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockReservationTest {

    @Test
    void addsUpLinesOfTheSameSkuInTheOrderOfSkus() {
        StockReservation reservation = StockReservation.of(
                "xid",
                "order",
                List.of(
                        new ReserveStockCommand.Line("tee-b", 2),
                        new ReserveStockCommand.Line("tee-a", 1),
                        new ReserveStockCommand.Line("tee-b", 3)));

        assertThat(reservation.lines())
                .containsExactly(new StockReservation.Line("tee-a", 1), new StockReservation.Line("tee-b", 5));
    }

    @Test
    void refusesToReserveNothing() {
        assertThatThrownBy(() -> StockReservation.of("xid", "order", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
