package io.microecommerce.customer.ledger.store;

import io.microecommerce.customer.ledger.CreditEntry;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** SQL of the table {@code credit_entry}. */
@Mapper
interface CreditEntryMapper {

    @Insert(
            """
            INSERT INTO credit_entry (cause, kind, customer_id, order_id, points)
            VALUES (#{paymentId}, 'AWARD', #{customerId}, #{orderId}, #{points})
            """)
    int insertAward(CreditEntry entry);

    @Insert(
            """
            INSERT INTO credit_entry (cause, kind, customer_id, order_id, points)
            SELECT cause, 'TAKE_BACK', customer_id, order_id, -points
              FROM credit_entry WHERE cause = #{paymentId} AND kind = 'AWARD'
            """)
    int insertTakeBack(String paymentId);

    /** Total and entries in one statement, so that they belong to the same moment. */
    @Select(
            """
            SELECT order_id, cause, points, created_at, (sum(points) OVER ())::bigint AS total
            FROM credit_entry
            WHERE customer_id = #{customerId}
            ORDER BY created_at DESC, cause, kind
            LIMIT #{limit}
            """)
    List<CreditEntryRow> newest(@Param("customerId") String customerId, @Param("limit") int limit);
}
