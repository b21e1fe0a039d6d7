package io.microecommerce.order.purchase.store;

import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderDraft;
import io.microecommerce.order.purchase.Transition;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of an order. Each is one statement: an UPDATE whose WHERE is the rule, and the history row of what it moved.
 * The number of rows is that of the moved orders.
 */
@Mapper
interface TransitionMapper {

    /**
     * The statement goes on with further columns, WHERE, and RETURNING id, history_length, and who moved it AS actor_id,
     * in which transaction AS xid. */
    String MOVE =
            """
            WITH moved AS (
                UPDATE orders SET status = #{by.to}, history_length = history_length + 1""";

    String AND_RECORD =
            """
            )
            INSERT INTO order_history (order_id, seq, from_status, to_status, actor, actor_id, xid)
            SELECT id, history_length, #{by.from}, #{by.to}, #{by.actor}, actor_id, xid FROM moved
            """;

    /** @return 0 when the customer's key has an order already; a concurrent insert of the same key is waited for */
    @Insert(
            """
            WITH placed AS (
                INSERT INTO orders (id, customer_id, status, total_minor, currency, pay_by, idempotency_key, request_hash,
                                    shipping_address)
                VALUES (#{draft.id}, #{draft.customerId}, #{by.to}, #{totalMinor}, #{currency},
                        now() + CAST(#{windowMillis} AS double precision) * interval '1 millisecond',
                        #{draft.placedBy.idempotencyKey}, #{draft.placedBy.requestHash},
                        CAST(#{shippingAddress} AS jsonb))
                ON CONFLICT ON CONSTRAINT orders_one_a_key DO NOTHING
                RETURNING id, history_length, created_at
            )
            INSERT INTO order_history (order_id, seq, to_status, actor, at)
            SELECT id, history_length, #{by.to}, #{by.actor}, created_at FROM placed
            """)
    int place(
            @Param("by") Transition by,
            @Param("draft") OrderDraft draft,
            @Param("shippingAddress") @Nullable String shippingAddress,
            @Param("totalMinor") long totalMinor,
            @Param("currency") String currency,
            @Param("windowMillis") long windowMillis);

    @Update(MOVE
            + """
            , xid = #{hold.xid}, payment_id = #{hold.paymentId}
            WHERE id = #{id} AND status = #{by.from} AND customer_id = #{customerId}
              AND total_minor = #{totalMinor} AND currency = #{currency} AND pay_by > now()
            RETURNING id, history_length, payment_id AS actor_id, xid
            """
            + AND_RECORD)
    int hold(
            @Param("by") Transition by,
            @Param("id") String id,
            @Param("hold") Order.Hold hold,
            @Param("customerId") String customerId,
            @Param("totalMinor") long totalMinor,
            @Param("currency") String currency);

    @Update(MOVE
            + """
            , paid_at = now()
            WHERE id = #{id} AND status = #{by.from} AND xid = #{xid}
            RETURNING id, history_length, payment_id AS actor_id, xid
            """
            + AND_RECORD)
    int confirm(@Param("by") Transition by, @Param("id") String id, @Param("xid") String xid);

    /** The payment that lets go is read as it was before the statement. */
    @Update(MOVE
            + """
            , xid = NULL, payment_id = NULL
            WHERE id = #{id} AND status = #{by.from} AND xid = #{xid}
            RETURNING id, history_length,
                (SELECT held.payment_id FROM orders held WHERE held.id = orders.id) AS actor_id,
                CAST(#{xid} AS varchar) AS xid
            """
            + AND_RECORD)
    int release(@Param("by") Transition by, @Param("id") String id, @Param("xid") String xid);

    @Update(MOVE
            + """
            , cancelled_at = now(), cancel_reason = 'BY_CUSTOMER'
            WHERE id = #{id} AND status = #{by.from}
            RETURNING id, history_length, CAST(NULL AS varchar) AS actor_id, CAST(NULL AS varchar) AS xid
            """
            + AND_RECORD)
    int cancel(@Param("by") Transition by, @Param("id") String id);

    @Update(MOVE
            + """
            , cancelled_at = now(), cancel_reason = 'PAYMENT_WINDOW_CLOSED'
            WHERE id = #{id} AND status = #{by.from} AND pay_by <= now()
            RETURNING id, history_length, CAST(NULL AS varchar) AS actor_id, CAST(NULL AS varchar) AS xid
            """
            + AND_RECORD)
    int expire(@Param("by") Transition by, @Param("id") String id);

    /**
     * Rows that another sweep or a Try has locked are passed over: they are somebody's work already. The status stands here in
     * words, for the planner to see that the index of unpaid orders serves.
     */
    @Select(
            value = MOVE
                    + """
            , cancelled_at = now(), cancel_reason = 'PAYMENT_WINDOW_CLOSED'
            WHERE id IN (
                SELECT id FROM orders WHERE status = 'PENDING_PAYMENT' AND pay_by <= now()
                ORDER BY pay_by LIMIT #{limit} FOR UPDATE SKIP LOCKED)
            RETURNING id, history_length, CAST(NULL AS varchar) AS actor_id, CAST(NULL AS varchar) AS xid
            """
                    + AND_RECORD
                    + "RETURNING order_id",
            affectData = true)
    List<String> expireAll(@Param("by") Transition by, @Param("limit") int limit);

    @Update(MOVE
            + """
            , carrier = #{carrier}, tracking_number = #{trackingNumber}, shipped_at = now()
            WHERE id = #{id} AND status = #{by.from} AND shipping_address IS NOT NULL
            RETURNING id, history_length, CAST(#{staffId} AS varchar) AS actor_id, CAST(NULL AS varchar) AS xid
            """
            + AND_RECORD)
    int ship(
            @Param("by") Transition by,
            @Param("id") String id,
            @Param("carrier") String carrier,
            @Param("trackingNumber") String trackingNumber,
            @Param("staffId") String staffId);

    @Update(MOVE
            + """
            , completed_at = now()
            WHERE id = #{id} AND status = #{by.from}
            RETURNING id, history_length, CAST(#{staffId} AS varchar) AS actor_id, CAST(NULL AS varchar) AS xid
            """
            + AND_RECORD)
    int complete(@Param("by") Transition by, @Param("id") String id, @Param("staffId") String staffId);

    @Update(MOVE
            + """
            , refund_id = #{refund.refundId}, refund_xid = #{refund.xid}, refunded_from = #{by.from}
            WHERE id = #{id} AND status = #{by.from} AND payment_id = #{paymentId}
            RETURNING id, history_length, refund_id AS actor_id, refund_xid AS xid
            """
            + AND_RECORD)
    int holdForRefund(
            @Param("by") Transition by,
            @Param("id") String id,
            @Param("paymentId") String paymentId,
            @Param("refund") Order.Refund refund);

    @Update(MOVE
            + """
            , refunded_at = now()
            WHERE id = #{id} AND status = #{by.from} AND refund_xid = #{xid}
            RETURNING id, history_length, refund_id AS actor_id, refund_xid AS xid
            """
            + AND_RECORD)
    int confirmRefund(@Param("by") Transition by, @Param("id") String id, @Param("xid") String xid);

    /** The refund that lets go is read as it was before the statement. */
    @Update(MOVE
            + """
            , refund_id = NULL, refund_xid = NULL, refunded_from = NULL
            WHERE id = #{id} AND status = #{by.from} AND refund_xid = #{xid} AND refunded_from = #{by.to}
            RETURNING id, history_length,
                (SELECT held.refund_id FROM orders held WHERE held.id = orders.id) AS actor_id,
                CAST(#{xid} AS varchar) AS xid
            """
            + AND_RECORD)
    int keep(@Param("by") Transition by, @Param("id") String id, @Param("xid") String xid);
}
