package io.microecommerce.product.catalog.store;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** On the real MongoDB, where Docker is; elsewhere it is reported as skipped. */
@Testcontainers(disabledWithoutDocker = true)
class MongoCatalogStoreTest extends CatalogStoreContract {

    @Container
    private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8");

    @Override
    String uri() {
        return MONGO.getConnectionString();
    }
}
