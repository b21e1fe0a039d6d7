package io.microecommerce.customer.password.store;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/**
 * SQL of the column {@code customer.password_hash}. Whoever locks rows of a customer locks the customer's own row first, so that
 * no two wait for each other.
 */
@Mapper
interface PasswordMapper {

    @Select("SELECT id FROM customer WHERE id = #{customerId} AND deleted_at IS NULL FOR NO KEY UPDATE")
    @Nullable
    String lock(String customerId);

    @Update(
            """
            UPDATE customer SET password_hash = #{newHash}, updated_at = #{at}
            WHERE id = #{customerId} AND password_hash = #{oldHash} AND deleted_at IS NULL
            """)
    int replace(
            @Param("customerId") String customerId,
            @Param("oldHash") String oldHash,
            @Param("newHash") String newHash,
            @Param("at") Instant at);

    @Update(
            """
            UPDATE customer SET password_hash = #{newHash}, updated_at = #{at}
            WHERE id = #{customerId} AND deleted_at IS NULL
            """)
    int set(@Param("customerId") String customerId, @Param("newHash") String newHash, @Param("at") Instant at);
}
