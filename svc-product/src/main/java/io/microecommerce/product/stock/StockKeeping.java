package io.microecommerce.product.stock;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.MoveStockCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do to the stock of SKUs; the caller knows that the catalogue has them. */
@Service
public class StockKeeping {

    /** Most pieces of one SKU: sums of so many stay exact by far. */
    static final long MAX_AVAILABLE = 1_000_000_000_000L;

    private static final Logger log = LoggerFactory.getLogger(StockKeeping.class);

    private final StockMovements movements;
    private final SkuStocks stocks;

    StockKeeping(StockMovements movements, SkuStocks stocks) {
        this.movements = movements;
        this.stocks = stocks;
    }

    /**
     * Enters a receipt, a return or a correction, once however often it is sent. The movement's row comes first, and waits for one of the
     * same key; the SKU is locked last and alone, so this and a payment that reserves several SKUs cannot deadlock.
     *
     * @return the stock afterwards
     * @throws Refusal {@code INSUFFICIENT_STOCK}, {@code MORE_THAN_BOUGHT}, {@code IDEMPOTENCY_KEY_REUSED}, {@code INVALID_FIELD}
     */
    @Transactional
    public SkuStock move(MoveStockCommand command) {
        movements.open(command.skuId());
        if (!movements.add(command)) {
            requireSame(movements.byKey(command.idempotencyKey()), command);
            return level(command.skuId());
        }
        requireBought(command);
        if (!movements.apply(command.skuId(), command.quantity(), MAX_AVAILABLE)) {
            throw outOfRange(command);
        }
        log.info("{} of {} pieces of SKU {}", command.kind(), command.quantity(), command.skuId());
        return level(command.skuId());
    }

    /**
     * @param cursor of the page before; null for the first
     * @throws Refusal {@code INVALID_FIELD} for a size out of range, or a cursor that is none
     */
    public Page movements(String skuId, @Nullable String cursor, int size) {
        Limits.requirePageSize(size);
        long beforeId = cursor == null ? Long.MAX_VALUE : movementId(cursor);
        List<StockMovement> oneMore = movements.newest(skuId, beforeId, size + 1);
        if (oneMore.size() <= size) {
            return new Page(oneMore, null);
        }
        List<StockMovement> items = oneMore.subList(0, size);
        return new Page(items, Long.toString(items.get(size - 1).id()));
    }

    /** @param next cursor of the next page, null at the end */
    public record Page(List<StockMovement> items, @Nullable String next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /** The movement stands already, in a transaction that is still open. */
    private void requireBought(MoveStockCommand command) {
        String orderId = command.orderId();
        if (orderId != null && movements.keptBy(orderId, command.skuId()) < 0) {
            throw new Refusal(
                    ErrorCode.MORE_THAN_BOUGHT,
                    "Order " + orderId + " does not have " + command.quantity() + " pieces of SKU " + command.skuId()
                            + " to give back: it did not buy so many, or they are back already.");
        }
    }

    private SkuStock level(String skuId) {
        return stocks.levels(List.of(skuId)).getOrDefault(skuId, SkuStock.none(skuId));
    }

    private Refusal outOfRange(MoveStockCommand command) {
        if (command.quantity() > 0) {
            return Refusal.invalid("quantity", "must not bring the stock above " + MAX_AVAILABLE);
        }
        return new Refusal(
                ErrorCode.INSUFFICIENT_STOCK,
                "A correction of " + command.quantity() + " takes more than the "
                        + level(command.skuId()).available() + " pieces of SKU " + command.skuId()
                        + " that are available; what is frozen or sold cannot be corrected away.");
    }

    private static void requireSame(StockMovement entered, MoveStockCommand command) {
        if (!entered.isOf(command)) {
            throw new Refusal(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "The key was used for another movement of stock; use a new one for this.");
        }
    }

    private static long movementId(String cursor) {
        try {
            long id = Long.parseLong(cursor);
            // One of ours has one spelling: no sign, no leading zeros, no foreign digits.
            if (id > 0 && Long.toString(id).equals(cursor)) {
                return id;
            }
        } catch (NumberFormatException notOurs) {
            // Refused below, like any other.
        }
        throw Refusal.invalid("cursor", "must be the next of an earlier page");
    }
}
