package io.microecommerce.gateway.cart.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.cart.CartFacade;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.gateway.rest.ListResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The customer's cart. */
@RestController
@RequestMapping("/api/v1/cart_item")
class CartController {

    private final CartFacade carts;

    CartController(CartFacade carts) {
        this.carts = carts;
    }

    @GetMapping
    ListResponse<CartItemResponse> listCartItems(Principal customer) {
        return ListResponse.of(carts.items(customer.getName()), CartItemResponse::of, null);
    }

    /** Adds to a line that is there already. */
    @PostMapping
    CartItemResponse addCartItem(Principal customer, @RequestBody AddRequest request) {
        return CartItemResponse.of(carts.add(customer.getName(), request.toLine()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clearCart(Principal customer) {
        carts.clear(customer.getName());
    }

    @PutMapping("/{sku_id}")
    CartItemResponse changeCartItem(
            Principal customer, @PathVariable("sku_id") String skuId, @RequestBody ChangeRequest request) {
        return CartItemResponse.of(carts.change(customer.getName(), request.toLine(skuId)));
    }

    @DeleteMapping("/{sku_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeCartItem(Principal customer, @PathVariable("sku_id") String skuId) {
        carts.remove(customer.getName(), Limits.requireId("sku_id", skuId));
    }

    record AddRequest(@Nullable String skuId, @Nullable Integer quantity) {

        CartLine toLine() {
            return new CartLine(required("sku_id", skuId), required("quantity", quantity));
        }
    }

    record ChangeRequest(@Nullable Integer quantity) {

        CartLine toLine(String skuId) {
            return new CartLine(skuId, required("quantity", quantity));
        }
    }
}
