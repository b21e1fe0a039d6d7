package io.microecommerce.customer.account.store;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** SQL of the table {@code customer}. */
@Mapper
interface CustomerMapper {

    String COLUMNS =
            "id, email, first_name, last_name, password_hash, referral_code, referrer_id, staff, created_at, updated_at";

    /** @return 1, or 0 when a unique column's value is taken: the two unique indexes decide between concurrent callers */
    @Insert(
            """
            INSERT INTO customer (id, email, first_name, last_name, password_hash, referral_code, referrer_id, staff,
                                  created_at, updated_at)
            VALUES (#{id}, #{email}, #{firstName}, #{lastName}, #{passwordHash}, #{referralCode}, #{referrerId}, #{staff},
                    #{createdAt}, #{updatedAt})
            ON CONFLICT DO NOTHING
            """)
    int insert(CustomerRow row);

    @Select("SELECT " + COLUMNS + " FROM customer WHERE id = #{id} AND deleted_at IS NULL")
    @Nullable
    CustomerRow byId(String id);

    @Select("SELECT " + COLUMNS + " FROM customer WHERE lower(email) = lower(#{email}) AND deleted_at IS NULL")
    @Nullable
    CustomerRow byEmail(String email);

    @Select("SELECT " + COLUMNS + " FROM customer WHERE referral_code = #{referralCode} AND deleted_at IS NULL")
    @Nullable
    CustomerRow byReferralCode(String referralCode);

    @Select(
            value =
                    """
            UPDATE customer SET first_name = #{firstName}, last_name = #{lastName}, updated_at = #{at}
            WHERE id = #{id} AND deleted_at IS NULL
            RETURNING
            """
                            + COLUMNS,
            affectData = true)
    @Nullable
    CustomerRow rename(
            @Param("id") String id,
            @Param("firstName") String firstName,
            @Param("lastName") String lastName,
            @Param("at") Instant at);
}
