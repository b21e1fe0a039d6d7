package io.microecommerce.gateway.invariant.web;

import io.microecommerce.gateway.invariant.InvariantBoard;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether what must hold does. */
@RestController
@RequestMapping("/api/v1/staff/invariant")
class InvariantController {

    private final InvariantBoard board;

    InvariantController(InvariantBoard board) {
        this.board = board;
    }

    @GetMapping
    InvariantList listInvariants() {
        InvariantBoard.Answer answer = board.read();
        return new InvariantList(
                answer.items().stream().map(InvariantResponse::of).toList(), answer.missing());
    }

    /**
     * All of them.
     *
     * @param missing services whose invariants are not here, because they did not answer
     */
    record InvariantList(List<InvariantResponse> items, List<String> missing) {}
}
