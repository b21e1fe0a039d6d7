package io.microecommerce.gateway.timeline;

import io.microecommerce.api.timeline.TimelineEntryView;
import io.microecommerce.api.timeline.TimelineFacade;
import io.microecommerce.api.timeline.TimelineQuestion;
import io.microecommerce.timeline.Chapter;
import java.util.List;

/** The services that each tell their chapter; what any of them throws is what {@link TimelineFacade} throws. */
public interface Chapters {

    List<TimelineEntryView> read(Chapter chapter, TimelineQuestion question);
}
