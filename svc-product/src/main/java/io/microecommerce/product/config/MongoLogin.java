package io.microecommerce.product.config;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * The login at MongoDB, beside its URI: a password that Kubernetes puts into a variable is not encoded as a URI wants it, and any
 * character may stand in it.
 */
@Component
class MongoLogin implements MongoClientSettingsBuilderCustomizer {

    private final String username;
    private final String password;
    private final String authSource;

    /**
     * @param username empty where nobody logs in
     * @param authSource the database that knows the user
     */
    MongoLogin(
            @Value("${shop.product.mongodb.username}") String username,
            @Value("${shop.product.mongodb.password}") String password,
            @Value("${shop.product.mongodb.auth-source}") String authSource) {
        this.username = username;
        this.password = password;
        this.authSource = authSource;
    }

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        if (!username.isEmpty()) {
            settings.credential(MongoCredential.createCredential(username, authSource, password.toCharArray()));
        }
    }
}
