package io.microecommerce.e2e.faults;

import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.product.stock.Reservations;
import io.microecommerce.product.stock.StockReservation;
import io.microecommerce.product.stock.tcc.StockTccParticipant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The stock's Try can lose its XID: it then runs as a call of its own, which neither Confirm nor Cancel will ever follow. */
@AutoConfiguration
@ConditionalOnClass(name = "io.microecommerce.product.stock.tcc.StockTccParticipant")
public class StockFaults {

    /** What the rows of such a Try carry instead of an XID. */
    public static final String NO_XID = "no-xid-";

    private static final FaultFolder FOLDER = FaultFolder.ofThisProcess();

    @Bean
    static Interception stockMutations(BeanFactory beans) {
        return new Interception(StockTccParticipant.class, call -> {
            if (call.getMethod().getName().equals("tryReserve") && FOLDER.isOn(Mutation.XID_LOST)) {
                reserveOutside(beans, call.getArguments());
                return null;
            }
            return call.proceed();
        });
    }

    @SuppressWarnings("unchecked") // The second argument of the Try that was intercepted is such a list.
    private static void reserveOutside(BeanFactory beans, Object[] arguments) {
        StockReservation reservation = StockReservation.of(
                NO_XID + UUID.randomUUID(), (String) arguments[0], (List<ReserveStockCommand.Line>) arguments[1]);
        new TransactionTemplate(beans.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> beans.getBean(Reservations.class).hold(reservation));
    }
}
