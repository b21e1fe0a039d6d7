package io.microecommerce.product.catalog.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On the stand-in that the local stack runs. */
class StandInCatalogStoreTest extends CatalogStoreContract {

    private static MongoServer server;

    @BeforeAll
    static void start() {
        server = new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
        server.bind("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        server.shutdownNow();
    }

    @Override
    String uri() {
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort()
                + "/?directConnection=true&serverSelectionTimeoutMS=2000";
    }
}
