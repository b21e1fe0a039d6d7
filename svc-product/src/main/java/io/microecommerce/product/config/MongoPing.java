package io.microecommerce.product.config;

import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Health of MongoDB, in place of Spring Boot's own (hence the name): that one lists all databases and says {@code hello} to
 * one that need not be ours, which the stand-in does not answer and a login of one database may not do.
 */
@Component("mongoHealthIndicator")
class MongoPing extends AbstractHealthIndicator {

    private static final Document PING = new Document("ping", 1);

    private final MongoOperations mongo;

    MongoPing(MongoOperations mongo) {
        super("MongoDB does not answer");
        this.mongo = mongo;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        mongo.executeCommand(PING);
        builder.up();
    }
}
