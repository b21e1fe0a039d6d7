package io.microecommerce.customer.address.store;

import io.microecommerce.api.customer.PostalAddress;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** SQL of the table {@code address}. */
@Mapper
interface AddressMapper {

    String COLUMNS = "id, recipient, phone, country, region, city, street, postal_code, preferred";

    /** Held until the transaction ends: the lock of a customer's address book. */
    @Select("SELECT id FROM customer WHERE id = #{customerId} AND deleted_at IS NULL FOR NO KEY UPDATE")
    @Nullable
    String lockBook(String customerId);

    @Select("SELECT " + COLUMNS
            + " FROM address WHERE customer_id = #{customerId} ORDER BY preferred DESC, created_at DESC, id")
    List<AddressRow> of(String customerId);

    @Select("SELECT " + COLUMNS + " FROM address WHERE id = #{id} AND customer_id = #{customerId}")
    @Nullable
    AddressRow find(@Param("customerId") String customerId, @Param("id") String id);

    @Select("SELECT count(*) FROM address WHERE customer_id = #{customerId}")
    int count(String customerId);

    /** No two are preferred for a moment, so this comes before another one becomes it. */
    @Update("UPDATE address SET preferred = false WHERE customer_id = #{customerId} AND preferred")
    int preferNone(String customerId);

    @Insert(
            """
            INSERT INTO address (id, customer_id, recipient, phone, country, region, city, street, postal_code, preferred,
                                 created_at, updated_at)
            VALUES (#{id}, #{customerId}, #{address.recipient}, #{address.phone}, #{address.country}, #{address.region},
                    #{address.city}, #{address.street}, #{address.postalCode}, #{preferred}, #{at}, #{at})
            """)
    int insert(
            @Param("customerId") String customerId,
            @Param("id") String id,
            @Param("address") PostalAddress address,
            @Param("preferred") boolean preferred,
            @Param("at") Instant at);

    @Update(
            """
            UPDATE address
            SET recipient = #{address.recipient}, phone = #{address.phone}, country = #{address.country},
                region = #{address.region}, city = #{address.city}, street = #{address.street},
                postal_code = #{address.postalCode}, preferred = #{preferred}, updated_at = #{at}
            WHERE id = #{id} AND customer_id = #{customerId}
            """)
    int update(
            @Param("customerId") String customerId,
            @Param("id") String id,
            @Param("address") PostalAddress address,
            @Param("preferred") boolean preferred,
            @Param("at") Instant at);

    @Delete("DELETE FROM address WHERE id = #{id} AND customer_id = #{customerId}")
    int delete(@Param("customerId") String customerId, @Param("id") String id);

    @Update(
            """
            UPDATE address SET preferred = true, updated_at = #{at}
            WHERE id = (SELECT id FROM address WHERE customer_id = #{customerId} ORDER BY created_at DESC, id LIMIT 1)
            """)
    int preferNewest(@Param("customerId") String customerId, @Param("at") Instant at);
}
