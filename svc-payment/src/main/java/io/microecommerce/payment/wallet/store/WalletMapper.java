package io.microecommerce.payment.wallet.store;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface WalletMapper {

    /**
     * The wallet with each of its newest entries; once, without an entry, if it has none; nothing if there is no wallet. In one
     * statement, so that balance and entries belong to the same moment.
     */
    @Select(
            """
            SELECT w.currency, w.available_minor, w.frozen_minor, e.cause, e.kind, e.amount_minor, e.created_at
              FROM wallet w
              LEFT JOIN LATERAL (SELECT cause, kind, amount_minor, created_at FROM wallet_entry
                                  WHERE customer_id = w.customer_id
                                  ORDER BY created_at DESC, cause, kind
                                  LIMIT #{limit}) e ON true
             WHERE w.customer_id = #{customerId}
             ORDER BY e.created_at DESC, e.cause, e.kind""")
    List<WalletRow> withNewestEntries(@Param("customerId") String customerId, @Param("limit") int limit);

    @Insert(
            """
            INSERT INTO wallet (customer_id, currency, available_minor) VALUES (#{customerId}, #{currency}, #{amountMinor})
            ON CONFLICT (customer_id) DO UPDATE SET available_minor = wallet.available_minor + excluded.available_minor
             WHERE wallet.currency = excluded.currency""")
    int add(
            @Param("customerId") String customerId,
            @Param("currency") String currency,
            @Param("amountMinor") long amountMinor);

    @Insert(
            """
            INSERT INTO wallet_entry (cause, kind, customer_id, amount_minor)
            VALUES (#{cause}, #{kind}, #{customerId}, #{amountMinor})""")
    int recordEntered(
            @Param("cause") String cause,
            @Param("kind") String kind,
            @Param("customerId") String customerId,
            @Param("amountMinor") long amountMinor);

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

    /** A wallet beside one of its entries; the columns of the entry are null where there is none. */
    record WalletRow(
            String currency,
            long availableMinor,
            long frozenMinor,
            @Nullable String cause,
            @Nullable String kind,
            @Nullable Long amountMinor,
            @Nullable Instant createdAt) {}
}
