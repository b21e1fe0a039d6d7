package io.microecommerce.order.timeline.rpc;

import io.microecommerce.api.timeline.TimelineEntryView;
import io.microecommerce.api.timeline.TimelineFacade;
import io.microecommerce.api.timeline.TimelineQuestion;
import io.microecommerce.timeline.Chapter;
import java.util.List;
import java.util.Objects;
import org.apache.dubbo.config.annotation.DubboService;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

@DubboService(group = "svc-order")
class TimelineRpc implements TimelineFacade {

    private final JdbcTemplate jdbc;

    TimelineRpc(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimelineEntryView> entries(TimelineQuestion question) {
        return Objects.requireNonNull(jdbc.execute(
                (ConnectionCallback<List<TimelineEntryView>>) connection -> Chapter.ORDER.read(connection, question)));
    }
}
