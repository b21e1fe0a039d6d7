package io.microecommerce.customer.account.store;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** SQL of the table {@code customer}. */
@Mapper
interface CustomerMapper {

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

    @Select("SELECT * FROM customer WHERE id = #{id}")
    @Nullable
    CustomerRow byId(String id);

    @Select("SELECT * FROM customer WHERE lower(email) = lower(#{email})")
    @Nullable
    CustomerRow byEmail(String email);

    @Select("SELECT * FROM customer WHERE referral_code = #{referralCode}")
    @Nullable
    CustomerRow byReferralCode(String referralCode);
}
