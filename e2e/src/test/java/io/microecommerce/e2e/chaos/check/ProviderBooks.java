package io.microecommerce.e2e.chaos.check;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.wechatpay.WeChatPayControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the provider has taken and given back of each trade, by its own books: the money equation's other side. */
final class ProviderBooks {

    /** Of trades of some customers: what was captured of each, and what the provider has confirmed to be back. */
    private static final String OURS =
            """
            SELECT c.id, coalesce(c.captured_minor, 0),
                   (SELECT coalesce(sum(r.amount_minor), 0) FROM provider_refund r WHERE r.charge_id = c.id AND r.state = 'DONE')
              FROM charge c WHERE c.customer_id = ANY (?)""";

    private final Map<String, Trade> trades;

    private ProviderBooks(Map<String, Trade> trades) {
        this.trades = trades;
    }

    private record Trade(long takenMinor, long givenBackMinor) {

        static final Trade NONE = new Trade(0, 0);
    }

    static ProviderBooks of(Platform platform) {
        Map<String, Trade> trades = new HashMap<>();
        for (JsonNode trade : WeChatPayControl.of(platform).books().at("/trades")) {
            trades.put(
                    trade.at("/out_trade_no").asString(),
                    new Trade(
                            trade.at("/captured").asLong(),
                            trade.at("/refunded").asLong()));
        }
        return new ProviderBooks(trades);
    }

    /** In words: each trade of which our books say another thing. */
    List<String> disagreements(Connection payment, Collection<String> customers) throws SQLException {
        List<String> found = new ArrayList<>();
        SnapshotReader.rows(
                payment,
                OURS,
                row -> {
                    String id = row.getString(1);
                    Trade ours = new Trade(row.getLong(2), row.getLong(3));
                    Trade theirs = trades.getOrDefault(id, Trade.NONE);
                    if (!ours.equals(theirs)) {
                        found.add("Of trade " + id + " we say " + ours + ", and the provider " + theirs);
                    }
                    return id;
                },
                customers);
        return found;
    }
}
