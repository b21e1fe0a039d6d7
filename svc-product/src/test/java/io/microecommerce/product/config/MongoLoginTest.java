package io.microecommerce.product.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import org.junit.jupiter.api.Test;

class MongoLoginTest {

    private static final ConnectionString URI = new ConnectionString("mongodb://mongodb:27017/shop_product?tls=true");

    @Test
    void anyCharacterMayStandInThePassword() {
        String password = "p@ss:w/rd?#%25+&é";

        MongoClientSettings settings = settings(new MongoLogin("svc_product", password, "admin"));

        MongoCredential login = settings.getCredential();
        assertThat(login.getUserName()).isEqualTo("svc_product");
        assertThat(login.getSource()).isEqualTo("admin");
        assertThat(login.getPassword()).isEqualTo(password.toCharArray());
        assertThat(settings.getSslSettings().isEnabled()).isTrue();
    }

    @Test
    void nobodyLogsInWithoutAName() {
        assertThat(settings(new MongoLogin("", "", "shop_product")).getCredential())
                .isNull();
    }

    private static MongoClientSettings settings(MongoLogin login) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder().applyConnectionString(URI);
        login.customize(settings);
        return settings.build();
    }
}
