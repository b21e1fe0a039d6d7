package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.local.launcher.Platform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A service's login reads its own tables and cannot even connect to another's database. */
class LeastPrivilegeIT {

    private static final Map<String, String> DATABASES = Map.of(
            "svc_customer", "shop_customer",
            "svc_order", "shop_order",
            "svc_payment", "shop_payment",
            "svc_product", "shop_product",
            "seata", "shop_seata");

    private final Platform platform = Shop.open().platform();

    static Stream<Arguments> logins() {
        return DATABASES.keySet().stream()
                .flatMap(login -> DATABASES.values().stream().map(database -> Arguments.of(login, database)));
    }

    @ParameterizedTest
    @MethodSource("logins")
    void aLoginOpensItsOwnDatabaseOnly(String login, String database) throws SQLException {
        if (DATABASES.get(login).equals(database)) {
            try (Connection connection = connect(login, database)) {
                assertThat(connection.isValid(2)).isTrue();
            }
        } else {
            assertThatThrownBy(() -> connect(login, database))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private Connection connect(String login, String database) throws SQLException {
        return DriverManager.getConnection(platform.jdbcUrl(database), login, platform.secret(login + ".password"));
    }
}
