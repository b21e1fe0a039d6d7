package io.microecommerce.payment.audit;

import io.microecommerce.api.payment.TransactionView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments under way and cases, in one list. */
public interface Transactions {

    /**
     * The newest first.
     *
     * @param beforeMoment null for the first page
     * @param beforeKey null for the first page
     */
    List<TransactionRow> newest(
            TransactionView.@Nullable State state,
            @Nullable Instant beforeMoment,
            @Nullable String beforeKey,
            int limit);

    /** The payments under way in this transaction. */
    List<TransactionRow> underWay(String xid);
}
