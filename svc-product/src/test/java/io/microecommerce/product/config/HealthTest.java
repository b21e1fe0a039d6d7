package io.microecommerce.product.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.service.tcc.ParticipantTestbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.mongodb.core.MongoTemplate;

class HealthTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    @Test
    void isUpWithAllItsServers() {
        HealthEndpoint health = testbed.bean(HealthEndpoint.class);

        for (String server : new String[] {"mongo", "db", "seata"}) {
            assertThat(health.healthForPath(server).getStatus()).as(server).isEqualTo(Status.UP);
        }
    }

    @Test
    void tellsThatMongoDoesNotAnswer() {
        try (MongoClient nobody =
                MongoClients.create("mongodb://127.0.0.1:1/?directConnection=true&serverSelectionTimeoutMS=200")) {
            assertThat(new MongoPing(new MongoTemplate(nobody, "shop_product")).health())
                    .satisfies(health -> assertThat(health.getStatus()).isEqualTo(Status.DOWN));
        }
    }
}
