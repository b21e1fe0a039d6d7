package io.microecommerce.product;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.microecommerce.service.tcc.ParticipantTestbed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** svc-product with real PostgreSQL and TC, and the MongoDB stand-in in this JVM; every test makes SKUs of its own. */
public final class ProductTestbed {

    private static final MongoServer MONGO = startMongo();

    private ProductTestbed() {}

    public static ParticipantTestbed create() {
        return ParticipantTestbed.of("svc-product", ProductApplication.class)
                .with(
                        "MONGODB_URI",
                        "mongodb://127.0.0.1:" + MONGO.getLocalAddress().getPort()
                                + "/shop_product?directConnection=true");
    }

    /** Receives so many pieces of a SKU, its first. */
    public static void receive(JdbcClient database, String skuId, long quantity) {
        database.sql("INSERT INTO sku_stock (sku_id, available) VALUES (:skuId, :quantity)")
                .param("skuId", skuId)
                .param("quantity", quantity)
                .update();
        database.sql(
                        """
                        INSERT INTO stock_movement (sku_id, kind, quantity, reason)
                        VALUES (:skuId, 'RECEIPT', :quantity, 'test')
                        """)
                .param("skuId", skuId)
                .param("quantity", quantity)
                .update();
    }

    private static MongoServer startMongo() {
        MongoServer server = new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
        server.bind("127.0.0.1", 0);
        return server;
    }
}
