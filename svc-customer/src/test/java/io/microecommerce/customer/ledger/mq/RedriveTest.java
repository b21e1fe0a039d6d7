package io.microecommerce.customer.ledger.mq;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.deadletter.DeadLetterFacade;
import io.microecommerce.api.deadletter.DeadLetterState;
import io.microecommerce.api.deadletter.DeadLetterView;
import io.microecommerce.api.deadletter.DeadLetterView.Applied;
import io.microecommerce.api.deadletter.DiscardCommand;
import io.microecommerce.api.deadletter.RedriveCommand;
import io.microecommerce.api.deadletter.RedriveView;
import io.microecommerce.api.deadletter.RedriveView.Outcome;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.Together;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import io.microecommerce.customer.ledger.rpc.DubboCustomerLedgerFacade;
import io.microecommerce.service.mq.Events;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a redrive does to the effect, on the real database; how letters come here, the tests of svc-payment show. */
class RedriveTest extends CustomerServiceTest {

    private static final String BROKEN = "test_credit_is_broken";

    @Autowired
    private DeadLetterFacade letters;

    @Autowired
    private DubboCustomerFacade customers;

    @Autowired
    private DubboCustomerLedgerFacade ledgers;

    private CustomerView payer;

    @BeforeEach
    void register() {
        payer = customers.register(aCustomer());
    }

    @Test
    void appliesAMissingEffectOnceHoweverManyRedriveAtOnce() throws Exception {
        String letter = letterOf(paid());
        assertThat(letters.letter(letter).evidence().applied()).isEqualTo(Applied.NO);

        Together<RedriveView> all = Together.times(8, () -> redrive(letter));

        assertThat(all.refusals()).isEmpty();
        assertThat(all.values().stream().map(RedriveView::outcome).filter(Outcome.APPLIED::equals))
                .hasSize(1);
        assertThat(all.values().stream().map(RedriveView::outcome).filter(Outcome.WAS_REDRIVEN::equals))
                .hasSize(7);
        assertThat(ledgers.credit(payer.id()).points()).isEqualTo(89);
        DeadLetterView redriven = letters.letter(letter);
        assertThat(redriven.state()).isEqualTo(DeadLetterState.REDRIVEN);
        assertThat(redriven.evidence().applied()).isEqualTo(Applied.YES);
        assertThat(redriven.resolvedBy()).isEqualTo(STAFF);
        assertThat(redriven.actions()).hasSize(1);
    }

    @Test
    void settlesALetterWhoseEffectCameOnAnotherWay() {
        OrderPaid event = paid();
        String first = letterOf(event);
        String second = letterOf(event);
        redrive(first);

        assertThat(redrive(second).outcome()).isEqualTo(Outcome.WAS_APPLIED);

        assertThat(ledgers.credit(payer.id()).items()).hasSize(1);
    }

    @Test
    void aFailedRedriveChangesNothingButIsWrittenDown() {
        String letter = letterOf(paid());
        jdbc.sql("ALTER TABLE credit_entry ADD CONSTRAINT " + BROKEN + " CHECK (customer_id <> '" + payer.id() + "')")
                .update();
        try {
            assertThat(redrive(letter).outcome()).isEqualTo(Outcome.FAILED);

            DeadLetterView open = letters.letter(letter);
            assertThat(open.state()).isEqualTo(DeadLetterState.OPEN);
            assertThat(open.lastError()).contains(BROKEN);
            assertThat(open.evidence().applied()).isEqualTo(Applied.NO);
            assertThat(open.redrives()).isEqualTo(1);
            assertThat(open.actions()).singleElement().satisfies(action -> {
                assertThat(action.outcome()).isEqualTo("FAILED");
                assertThat(action.error()).contains(BROKEN);
                assertThat(action.staffId()).isEqualTo(STAFF);
            });
        } finally {
            jdbc.sql("ALTER TABLE credit_entry DROP CONSTRAINT " + BROKEN).update();
        }
        assertThat(redrive(letter).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(letters.letter(letter).actions()).hasSize(2);
    }

    @Test
    void aDiscardedLetterKeepsItsFirstReasonAndIsNotRedriven() {
        String letter = letterOf(paid());

        letters.discard(new DiscardCommand(letter, STAFF, "The first."));
        letters.discard(new DiscardCommand(letter, ALICE, "The second."));

        DeadLetterView discarded = letters.letter(letter);
        assertThat(discarded.reason()).isEqualTo("The first.");
        assertThat(discarded.actions()).hasSize(1);
        assertThat(refusalOf(() -> redrive(letter))).isEqualTo(ErrorCode.DEAD_LETTER_RESOLVED);
        assertThat(ledgers.credit(payer.id()).points()).isZero();
    }

    @Test
    void aRedrivenLetterIsNotDiscarded() {
        String letter = letterOf(paid());
        redrive(letter);

        assertThat(refusalOf(() -> letters.discard(new DiscardCommand(letter, STAFF, "Late."))))
                .isEqualTo(ErrorCode.DEAD_LETTER_RESOLVED);
    }

    @Test
    void refusesALetterThatIsNotThere() {
        assertThat(refusalOf(() -> letters.letter("none"))).isEqualTo(ErrorCode.DEAD_LETTER_NOT_FOUND);
        assertThat(refusalOf(() -> redrive("none"))).isEqualTo(ErrorCode.DEAD_LETTER_NOT_FOUND);
        assertThat(refusalOf(() -> letters.discard(new DiscardCommand("none", STAFF, "Why not."))))
                .isEqualTo(ErrorCode.DEAD_LETTER_NOT_FOUND);
    }

    private RedriveView redrive(String letter) {
        return letters.redrive(new RedriveCommand(letter, STAFF, null));
    }

    private OrderPaid paid() {
        return new OrderPaid(anId(), 1, anId(), payer.id(), new Money("CNY", 8_900));
    }

    private String letterOf(OrderPaid event) {
        String id = anId();
        byte[] body = Events.write(event);
        jdbc.sql(
                        """
                        INSERT INTO dead_letter (id, consumer_group, message_id, topic, tag, keys, body, body_bytes,
                                                 deliveries, born_at)
                        VALUES (:id, :group, :id, :topic, :tag, :keys, :body, :bytes, 9, now())""")
                .param("id", id)
                .param("group", CreditOnOrderPaid.GROUP)
                .param("topic", OrderPaid.TOPIC)
                .param("tag", OrderPaid.TAG)
                .param("keys", event.paymentId())
                .param("body", body)
                .param("bytes", body.length)
                .update();
        return id;
    }

    private static String anId() {
        return UUID.randomUUID().toString();
    }
}
