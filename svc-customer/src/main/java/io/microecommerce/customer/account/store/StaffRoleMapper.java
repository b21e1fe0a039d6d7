package io.microecommerce.customer.account.store;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of the column {@code customer.staff}. */
@Mapper
interface StaffRoleMapper {

    /** In the order of their ids, so that two appointments of the same two cannot wait for each other. */
    @Select(
            """
            SELECT id, staff FROM customer WHERE id IN (#{oneId}, #{otherId}) AND deleted_at IS NULL
            ORDER BY id FOR NO KEY UPDATE
            """)
    List<RoleRow> lock(@Param("oneId") String oneId, @Param("otherId") String otherId);

    /** @return 1, or 0 when the customer is that already */
    @Update("UPDATE customer SET staff = #{staff}, updated_at = #{at} WHERE id = #{id} AND staff <> #{staff}")
    int set(@Param("id") String id, @Param("staff") boolean staff, @Param("at") Instant at);

    /** The columns that an appointment is decided by. */
    record RoleRow(String id, boolean staff) {}
}
