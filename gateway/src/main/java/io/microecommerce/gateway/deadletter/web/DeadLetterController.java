package io.microecommerce.gateway.deadletter.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.deadletter.DeadLetterState;
import io.microecommerce.api.deadletter.RedriveView;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.gateway.deadletter.DeadLetterDesk;
import io.microecommerce.gateway.deadletter.LetterPage;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages that consumers have given up. */
@RestController
@RequestMapping("/api/v1/staff/dead_letter")
class DeadLetterController {

    private static final int MANY = 50;

    private final DeadLetterDesk desk;

    DeadLetterController(DeadLetterDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    DeadLetterList listDeadLetters(
            @RequestParam(required = false) @Nullable DeadLetterState state,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int size) {
        // An empty parameter is how a form says that nothing was chosen.
        String chosen = group == null || group.isEmpty() ? null : Limits.requireText("group", group, 255);
        LetterPage page = desk.letters(state, chosen, cursor, Limits.requirePageSize(size));
        return new DeadLetterList(
                page.items().stream().map(DeadLetterResponse::inList).toList(), page.next(), page.unanswered());
    }

    @GetMapping("/{id}")
    DeadLetterResponse showDeadLetter(@PathVariable String id) {
        return DeadLetterResponse.complete(desk.letter(id));
    }

    @PostMapping("/{id}/redrive")
    RedriveResponse redriveDeadLetter(
            Principal staff, @PathVariable String id, @RequestBody(required = false) @Nullable RedriveRequest request) {
        String reason = request == null ? null : request.checkedReason();
        DeadLetterDesk.Redriven redriven = desk.redrive(id, staff.getName(), reason);
        return new RedriveResponse(redriven.outcome(), DeadLetterResponse.complete(redriven.letter()));
    }

    @PostMapping("/redrive")
    RedriveManyResponse redriveDeadLetters(Principal staff, @RequestBody RedriveManyRequest request) {
        List<String> unanswered = new ArrayList<>();
        List<String> ids = request.checkedIds();
        if (ids.isEmpty()) {
            ids = desk.open(request.checkedGroup(), request.checkedLimit(), unanswered);
        }
        List<RedriveManyResponse.Item> items = desk.redriveAll(ids, staff.getName(), request.checkedReason()).stream()
                .map(RedriveManyResponse.Item::of)
                .toList();
        return new RedriveManyResponse(items, unanswered);
    }

    @PostMapping("/{id}/discard")
    DeadLetterResponse discardDeadLetter(
            Principal staff, @PathVariable String id, @RequestBody DiscardRequest request) {
        return DeadLetterResponse.complete(desk.discard(id, staff.getName(), request.checkedReason()));
    }

    private static final int MAX_REASON = 500;

    private static @Nullable String optionalReason(@Nullable String reason) {
        return reason == null ? null : Limits.requireText("reason", reason, MAX_REASON);
    }

    /**
     * A page.
     *
     * @param unanswered services whose letters are missing here, because they do not answer
     */
    record DeadLetterList(List<DeadLetterResponse> items, @Nullable String next, List<String> unanswered) {}

    record RedriveRequest(@Nullable String reason) {

        @Nullable
        String checkedReason() {
            return optionalReason(reason);
        }
    }

    /** @param deadLetter afterwards: OPEN as before if it FAILED */
    record RedriveResponse(RedriveView.Outcome outcome, DeadLetterResponse deadLetter) {}

    /**
     * Either ids or a group.
     *
     * @param limit at most so many of the group, 1 to 100; 50 if left out
     */
    record RedriveManyRequest(
            @Nullable List<@Nullable String> ids,
            @Nullable String group,
            @Nullable Integer limit,
            @Nullable String reason) {

        /** Empty where a group is named. */
        List<String> checkedIds() {
            if (ids == null) {
                return List.of();
            }
            if (group != null) {
                throw Refusal.invalid("group", "must be left out where ids are given");
            }
            if (ids.isEmpty() || ids.size() > Limits.MAX_PAGE_SIZE) {
                throw Refusal.invalid("ids", "must be 1 to " + Limits.MAX_PAGE_SIZE);
            }
            return ids.stream()
                    .map(id -> Limits.requireId("ids", required("ids", id)))
                    .distinct()
                    .toList();
        }

        String checkedGroup() {
            return Limits.requireText("group", required("group", group), 255);
        }

        int checkedLimit() {
            if (limit == null) {
                return MANY;
            }
            if (limit < 1 || limit > Limits.MAX_PAGE_SIZE) {
                throw Refusal.invalid("limit", "must be 1 to " + Limits.MAX_PAGE_SIZE);
            }
            return limit;
        }

        @Nullable
        String checkedReason() {
            return optionalReason(reason);
        }
    }

    /** @param unanswered services that were not asked for letters of the group, because they do not answer */
    record RedriveManyResponse(List<Item> items, List<String> unanswered) {

        /**
         * What became of one letter.
         *
         * @param outcome that of a redrive, or REFUSED, or NOT_TRIED when the request had run long enough: send it again
         * @param code why it was refused; null if it was not
         */
        record Item(String id, String outcome, @Nullable String code, @Nullable String detail) {

            static Item of(DeadLetterDesk.Attempt attempt) {
                Refusal refusal = attempt.refusal();
                if (refusal != null) {
                    return new Item(attempt.id(), "REFUSED", refusal.code().name(), refusal.detail());
                }
                RedriveView.Outcome outcome = attempt.outcome();
                return new Item(attempt.id(), outcome == null ? "NOT_TRIED" : outcome.name(), null, null);
            }
        }
    }

    record DiscardRequest(@Nullable String reason) {

        String checkedReason() {
            return Limits.requireText("reason", required("reason", reason), MAX_REASON);
        }
    }
}
