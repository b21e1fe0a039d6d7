package io.microecommerce.gateway.product.web;

import static io.microecommerce.gateway.request.RequestFields.IDEMPOTENCY_KEY;
import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.LowStockView;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.MoveStockCommand.Kind;
import io.microecommerce.api.product.StockKeepingFacade;
import io.microecommerce.api.product.StockMovementPage;
import io.microecommerce.gateway.rest.ListResponse;
import java.security.Principal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff do to the stock. Without a key of the client's, each request is a new movement. */
@RestController
@RequestMapping("/api/v1")
class StockController {

    private static final String RECEIPT = "Receipt";
    private static final String RETURN = "Return";

    private final StockKeepingFacade stock;

    StockController(StockKeepingFacade stock) {
        this.stock = stock;
    }

    /** Of goods that an order had bought and that come back, the receipt names the order. */
    @PostMapping("/sku/{id}/receipt")
    @ResponseStatus(HttpStatus.CREATED)
    SkuResponse.Stock receiveStock(
            Principal staff,
            @PathVariable String id,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody ReceiptRequest request) {
        boolean comesBack = request.orderId() != null;
        String reason = Objects.requireNonNullElse(request.reason(), comesBack ? RETURN : RECEIPT);
        long quantity = required("quantity", request.quantity());
        return move(staff, id, comesBack ? Kind.RETURN : Kind.RECEIPT, quantity, reason, key, request.orderId());
    }

    @PostMapping("/sku/{id}/correction")
    @ResponseStatus(HttpStatus.CREATED)
    SkuResponse.Stock correctStock(
            Principal staff,
            @PathVariable String id,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody CorrectionRequest request) {
        long quantity = required("quantity", request.quantity());
        return move(staff, id, Kind.CORRECTION, quantity, required("reason", request.reason()), key, null);
    }

    @GetMapping("/sku/{id}/movement")
    ListResponse<StockMovementPage.Movement> listStockMovements(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int size) {
        StockMovementPage page = stock.movements(Limits.requireId("id", id), cursor, Limits.requirePageSize(size));
        return new ListResponse<>(page.items(), page.next());
    }

    @PutMapping("/sku/{id}/low_stock_threshold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeLowStockThreshold(@PathVariable String id, @RequestBody ThresholdRequest request) {
        stock.setLowStockThreshold(Limits.requireId("id", id), request.checked());
    }

    /** SKUs of which few are left, the fewest first; at most 100. */
    @GetMapping("/staff/sku/low_stock")
    ListResponse<LowStockView> listLowStock() {
        return new ListResponse<>(stock.lowStock(), null);
    }

    private SkuResponse.Stock move(
            Principal staff,
            String id,
            Kind kind,
            long quantity,
            String reason,
            @Nullable String key,
            @Nullable String orderId) {
        String once = key == null ? UUID.randomUUID().toString() : key;
        return SkuResponse.Stock.of(stock.move(new MoveStockCommand(
                Limits.requireId("id", id), kind, quantity, reason, staff.getName(), once, orderId)));
    }

    /** @param orderId whose goods come back; null for goods that are new */
    record ReceiptRequest(@Nullable Long quantity, @Nullable String reason, @Nullable String orderId) {}

    /** @param quantity pieces, negative when some are missing */
    record CorrectionRequest(@Nullable Long quantity, @Nullable String reason) {}

    /** @param threshold staff are told at this many pieces or fewer; null for the shop's own */
    record ThresholdRequest(@Nullable Long threshold) {

        @Nullable
        Long checked() {
            if (threshold != null && (threshold < 0 || threshold > MoveStockCommand.MAX_PIECES)) {
                throw Refusal.invalid("threshold", "must be 0 to " + MoveStockCommand.MAX_PIECES + ", or null");
            }
            return threshold;
        }
    }
}
