package io.microecommerce.gateway.timeline;

import io.microecommerce.service.rpc.Failures;
import io.microecommerce.timeline.Chapter;
import io.microecommerce.timeline.Story;
import io.microecommerce.timeline.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks one service after the other, each with what those before it told; who does not answer is named, and all else is told. */
@Component
public class OrderTimelines {

    private static final Logger log = LoggerFactory.getLogger(OrderTimelines.class);

    private final Chapters chapters;

    OrderTimelines(Chapters chapters) {
        this.chapters = chapters;
    }

    public Timeline of(String orderId, boolean forStaff) {
        Story story = new Story(orderId, forStaff);
        for (Chapter chapter : Chapter.values()) {
            try {
                story.tell(chapters.read(chapter, story.question()));
            } catch (RuntimeException failure) {
                log.warn(
                        "The timeline of order {} lacks {}: {}",
                        orderId,
                        chapter.service(),
                        Failures.toRefusal(failure).code());
                story.miss(chapter);
            }
        }
        return story.timeline();
    }
}
