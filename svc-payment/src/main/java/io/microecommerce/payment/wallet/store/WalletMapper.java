package io.microecommerce.payment.wallet.store;

import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface WalletMapper {

    @Select("SELECT currency, available_minor, frozen_minor FROM wallet WHERE customer_id = #{customerId}")
    Optional<WalletRow> byCustomer(String customerId);

    @Update(
            """
            UPDATE wallet
               SET available_minor = available_minor - #{amountMinor}, frozen_minor = frozen_minor + #{amountMinor}
             WHERE customer_id = #{customerId} AND currency = #{currency} AND available_minor >= #{amountMinor}""")
    int freeze(
            @Param("customerId") String customerId,
            @Param("currency") String currency,
            @Param("amountMinor") long amountMinor);

    @Update(
            """
            UPDATE wallet w
               SET frozen_minor = w.frozen_minor - p.amount_minor
              FROM payment p
             WHERE p.id = #{paymentId} AND w.customer_id = p.customer_id""")
    int takeFrozen(String paymentId);

    @Insert(
            """
            INSERT INTO wallet_entry (cause, kind, customer_id, amount_minor)
            SELECT id, 'PAYMENT', customer_id, -amount_minor FROM payment WHERE id = #{paymentId}""")
    int recordPayment(String paymentId);

    @Update(
            """
            UPDATE wallet w
               SET frozen_minor = w.frozen_minor - p.amount_minor, available_minor = w.available_minor + p.amount_minor
              FROM payment p
             WHERE p.id = #{paymentId} AND w.customer_id = p.customer_id""")
    int unfreeze(String paymentId);

    /** The columns of wallet that a balance shows. */
    record WalletRow(String currency, long availableMinor, long frozenMinor) {}
}
