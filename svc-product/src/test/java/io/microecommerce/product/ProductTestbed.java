package io.microecommerce.product;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * svc-product with real PostgreSQL and TC, the MongoDB stand-in and a listener in the place of svc-order in this JVM; every test makes SKUs
 * of its own.
 */
public final class ProductTestbed {

    private static final MongoServer MONGO = startMongo();
    private static final ToldStaff TOLD = ToldStaff.listen();

    private ProductTestbed() {}

    public static ParticipantTestbed create() {
        return ParticipantTestbed.of("svc-product", ProductApplication.class)
                .with(
                        "MONGODB_URI",
                        "mongodb://127.0.0.1:" + MONGO.getLocalAddress().getPort()
                                + "/shop_product?directConnection=true")
                // There is no registry to find svc-order in.
                .with("dubbo.reference.io.microecommerce.api.order.StaffNotificationFacade.url", TOLD.url())
                .with("shop.invariant.every", "200ms")
                // A test that needs a look calls it.
                .with("shop.product.low-stock-watch-interval", "1h");
    }

    /** What arrived where svc-order would be. */
    public static ToldStaff told() {
        return TOLD;
    }

    /** Runs it while PostgreSQL is down, and returns once the service reaches it again. */
    public static void whilePostgresIsDown(ParticipantTestbed testbed, Runnable call) {
        testbed.platform().stop("postgres");
        try {
            call.run();
        } finally {
            testbed.platform().restart("postgres");
            // The pool would find out one by one which of its connections are gone, and waits between its attempts.
            testbed.bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(DataAccessException.class)
                    .until(() -> testbed.jdbc()
                            .sql("SELECT true")
                            .query(Boolean.class)
                            .single());
        }
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
