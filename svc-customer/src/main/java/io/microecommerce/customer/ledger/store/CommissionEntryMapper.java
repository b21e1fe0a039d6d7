package io.microecommerce.customer.ledger.store;

import io.microecommerce.customer.ledger.CommissionEntry;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** SQL of the table {@code commission_entry}. */
@Mapper
interface CommissionEntryMapper {

    @Insert(
            """
            INSERT INTO commission_entry (cause, kind, customer_id, order_id, amount_minor, currency, rate_basis_points)
            VALUES (#{paymentId}, 'AWARD', #{customerId}, #{orderId}, #{amount.minor}, #{amount.currency},
                    #{rateBasisPoints})
            """)
    int insertAward(CommissionEntry entry);

    @Insert(
            """
            INSERT INTO commission_entry (cause, kind, customer_id, order_id, amount_minor, currency, rate_basis_points)
            SELECT cause, 'TAKE_BACK', customer_id, order_id, -amount_minor, currency, rate_basis_points
              FROM commission_entry WHERE cause = #{paymentId} AND kind = 'AWARD'
            """)
    int insertTakeBack(String paymentId);

    /** Total and entries in one statement, so that they belong to the same moment. */
    @Select(
            """
            SELECT order_id, cause, amount_minor, currency, rate_basis_points, created_at,
                   coalesce((sum(amount_minor) FILTER (WHERE currency = #{currency}) OVER ())::bigint, 0) AS total_minor
            FROM commission_entry
            WHERE customer_id = #{customerId}
            ORDER BY created_at DESC, cause, kind
            LIMIT #{limit}
            """)
    List<CommissionEntryRow> newest(
            @Param("customerId") String customerId, @Param("currency") String currency, @Param("limit") int limit);
}
