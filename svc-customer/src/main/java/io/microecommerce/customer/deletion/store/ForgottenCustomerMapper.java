package io.microecommerce.customer.deletion.store;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** SQL of a deletion. */
@Mapper
interface ForgottenCustomerMapper {

    @Select("SELECT EXISTS (SELECT 1 FROM customer WHERE id = #{customerId} AND deleted_at IS NOT NULL)")
    boolean contains(String customerId);

    /** @return the e-mail of a customer who can be forgotten; the row stays as it is until the transaction ends */
    @Select(
            "SELECT email FROM customer WHERE id = #{customerId} AND deleted_at IS NULL AND NOT staff FOR NO KEY UPDATE")
    @Nullable
    String lock(String customerId);

    @Update(
            """
            UPDATE customer
            SET email = 'deleted-' || id || '@deleted.invalid', first_name = '', last_name = '', password_hash = '',
                deleted_at = #{at}, updated_at = #{at}
            WHERE id = #{customerId} AND deleted_at IS NULL AND NOT staff
            """)
    int anonymise(@Param("customerId") String customerId, @Param("at") Instant at);

    @Delete("DELETE FROM session WHERE customer_id = #{customerId}")
    int removeSessions(String customerId);

    @Delete("DELETE FROM address WHERE customer_id = #{customerId}")
    int removeAddresses(String customerId);

    @Delete("DELETE FROM password_reset WHERE customer_id = #{customerId}")
    int removeResets(String customerId);
}
