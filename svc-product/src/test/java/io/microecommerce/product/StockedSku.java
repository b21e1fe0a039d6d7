package io.microecommerce.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.money.Money;
import io.microecommerce.product.catalog.Assets;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.Products;
import io.microecommerce.product.catalog.Sku;
import io.microecommerce.product.stock.SkuStock;
import io.microecommerce.product.stock.SkuStocks;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A SKU for sale, of a product of its own, of which nothing was received yet. */
public final class StockedSku {

    private final ParticipantTestbed testbed;
    private final String id = "sku-" + UUID.randomUUID();

    private StockedSku(ParticipantTestbed testbed) {
        this.testbed = testbed;
    }

    /** @param title its product's */
    public static StockedSku in(ParticipantTestbed testbed, String title) {
        StockedSku sku = new StockedSku(testbed);
        testbed.bean(Products.class).addIfAbsent(sku.product(title, null, false));
        return sku;
    }

    public String id() {
        return id;
    }

    /** Takes its product off sale, or puts it back. */
    public void retire(boolean retired) {
        Products products = testbed.bean(Products.class);
        Product product = products.byId("of-" + id).orElseThrow();
        products.replace(product(product.title(), product.version(), retired));
    }

    public SkuStock stock() {
        return testbed.bean(SkuStocks.class).levels(List.of(id)).getOrDefault(id, SkuStock.none(id));
    }

    /** What is there, held and sold is what came in and was corrected. */
    public void assertEveryPieceIsAccountedFor() {
        SkuStock stock = stock();
        long moved = testbed.jdbc()
                .sql("SELECT coalesce(sum(quantity), 0) FROM stock_movement WHERE sku_id = :skuId")
                .param("skuId", id)
                .query(Long.class)
                .single();
        assertThat(stock.available() + stock.frozen() + stock.sold())
                .as(stock.toString())
                .isEqualTo(moved);
    }

    private Product product(String title, Long version, boolean retired) {
        Assets assets = new Assets(List.of(), "/t.svg");
        Sku sku = new Sku(id, List.of(), assets, new Money("CNY", 100), null, false);
        return new Product(
                "of-" + id, version, title, "", "anything", assets, List.of(), List.of(sku), retired, Instant.EPOCH);
    }
}
