package io.microecommerce.timeline;

/** What can happen, in the order of the protocol, and the sentence that tells of it. */
enum Happening {
    ORDER_PLACED("The order is placed, of {2}: it awaits its payment (PENDING_PAYMENT)."),

    OPENED("A payment of {2} is opened (INITIATED)."),
    OPENED_AT_PROVIDER(
            "A payment of {2} is opened: the customer has yet to confirm it at WeChat Pay (AWAITING_PROVIDER)."),
    CAPTURED("WeChat Pay has taken {2} from the customer (INITIATED)."),
    CLOSED("WeChat Pay has taken nothing, and will not: the payment is closed (CLOSED)."),
    TAKEN_OVER(
            "The payment is taken over for attempt {attempt} (INITIATED): its key came again, or its money is captured."),
    HALF_SENT("The broker has stored the half message OrderPaid, and shows it to nobody yet."),
    BEGUN("The TC has begun the global transaction {xid}."),

    BRANCH_TRIED("The fence of {1} stands at TRIED, branch {2}.", Cause.BEGIN),
    HELD("The Try of the money holds: {2} are frozen (HELD)."),
    ORDER_HELD("The Try of the order holds it for this payment (PAYING).", Cause.BEGIN),
    STOCK_RESERVED("The Try of the stock reserves {2} x {1}.", Cause.BEGIN),

    COMMIT_ASKED("Every Try has succeeded; the TC is told to commit."),
    ROLLBACK_ASKED("Not every Try has succeeded ({1}); the TC is told to roll back."),
    TC_SILENT("The TC does not answer: it will decide by its store or by the time-out, and the row will tell."),

    BRANCH_COMMITTED("The fence of {1} stands at COMMITTED, branch {2}.", Cause.DECISION),
    BRANCH_ROLLED_BACK("The fence of {1} stands at ROLLED BACK, branch {2}.", Cause.DECISION),
    BRANCH_SUSPENDED(
            "The fence of {1} stands at SUSPENDED, branch {2}: its Cancel came first, and its Try can no longer happen.",
            Cause.DECISION),
    PAID("The Confirm of the money: the frozen {2} are spent (PAID)."),
    WALLET_ENTRY("The wallet's ledger has the entry {1} of {2}.", Cause.PAID),
    ORDER_PAID("The Confirm of the order: it is paid (PAID).", Cause.DECISION),
    STOCK_SOLD("The Confirm of the stock: {2} x {1} are sold (SOLD).", Cause.DECISION),
    RELEASED("The Cancel of the money: the frozen {2} are available again (RELEASED)."),
    ORDER_RELEASED("The Cancel of the order: it awaits its payment again (PENDING_PAYMENT).", Cause.DECISION),
    STOCK_RELEASED("The Cancel of the stock: {2} x {1} can be bought again (RELEASED).", Cause.DECISION),

    REFUSED("The payment is refused for good, {1} (REFUSED)."),
    CAPTURED_LATE("WeChat Pay has taken {2} after the payment was closed."),
    REFUND_OPENED("By the wish of {1} a refund of {2} is opened."),
    REFUND_TAKEN_OVER("The refund is taken over for attempt {1}: its key came again."),
    REFUND_HELD("The Try of the refund holds it."),
    REFUND_GIVEN("The Confirm of the refund: {2} are given back {1}."),
    REFUND_RELEASED("The Cancel of the refund: the payment stands."),
    REFUND_REFUSED("The refund is refused for good, {1}."),
    REFUND_EXPIRED("The refund's attempt ended before it held anything: a Try that wakes up late loses."),
    REFUND_EVENT_RETURNED("OrderRefunded is delivered to svc-payment itself: it is through."),
    REFUND_QUEUED("What WeChat Pay has taken goes back to the customer ({1})."),
    REFUND_DONE("WeChat Pay has given it back to the customer ({1})."),
    GIVEN_UP("The attempt is given up before it held any money (EXPIRED)."),
    EXPIRED("The attempt is past its time and held no money (EXPIRED): a Try that wakes up late loses."),

    ANSWERED("The broker is told what the row says of the half message: {1}."),
    CHECKED_BACK("The broker checks back what became of the half message; the row says: {1}."),
    REPUBLISHED("OrderPaid has not come back in time, and is sent again."),
    EVENT_RETURNED("OrderPaid is delivered to svc-payment itself: it is through."),
    EVENT_APPLIED("OrderPaid is delivered for {1} and applied, together with its inbox row.", Cause.PAID),
    CREDIT_ENTRY("The customer's ledger has {2} credit points more.", Cause.PAID),
    COMMISSION_ENTRY("The ledger of the referrer {1} has a commission of {2}.", Cause.PAID),
    REWARDS_MARKED("The Try of the rewards marks credit and commission, to be taken back (MARKED).", Cause.PAID),
    REWARDS_TAKEN(
            "The Confirm of the rewards: credit and commission are taken back, as soon as they are there (TAKEN).",
            Cause.PAID),
    REWARDS_RELEASED("The Cancel of the rewards: credit and commission stay (RELEASED).", Cause.PAID),
    CREDIT_TAKEN_BACK("The customer's ledger has {2} credit points: those of this payment are taken back.", Cause.PAID),
    COMMISSION_TAKEN_BACK(
            "The ledger of the referrer {1} has {2}: the commission of this payment is taken back.", Cause.PAID),
    STAFF_NOTIFIED("The staff are notified that the order is paid.", Cause.PAID),
    EVENT_REPEATED(
            "OrderPaid was delivered for {1} again, {2} in all, the last one now: the inbox knew it, and nothing was done.",
            Cause.PAID),

    STAFF_NOTIFIED_OF_REFUND("The staff are notified that the order is refunded."),

    ORDER_CANCELLED("The order is cancelled by {1} (CANCELLED)."),
    ORDER_SHIPPED("The order is shipped by {1} (SHIPPED)."),
    ORDER_COMPLETED("The order is completed by {1} (COMPLETED)."),

    ORDER_REFUNDING("The Try of a refund holds the order (REFUNDING)."),
    STOCK_RETURNING("The Try of a refund holds {2} x {1}, which count as sold until it is decided (RETURNING)."),
    ORDER_REFUNDED("The Confirm of a refund: the order is refunded (REFUNDED)."),
    STOCK_RETURNED("The Confirm of a refund: {2} x {1} can be bought again (RETURNED)."),
    ORDER_KEPT("The Cancel of a refund: the order is again what it was ({1})."),

    /** A kind that a later version knows. */
    ELSE("{1}");

    /** What must have happened before, whatever another database's clock says. */
    enum Cause {
        NONE,
        /** The transaction was begun. */
        BEGIN,
        /** The TC was told to commit or to roll back; or it rolled back by itself, and then only its begin is known. */
        DECISION,
        /** The payment was paid. */
        PAID
    }

    private final String sentence;
    private final Cause cause;

    Happening(String sentence) {
        this(sentence, Cause.NONE);
    }

    Happening(String sentence, Cause cause) {
        this.sentence = sentence;
        this.cause = cause;
    }

    Cause cause() {
        return cause;
    }

    static Happening of(String kind) {
        for (Happening happening : values()) {
            if (happening.name().equals(kind)) {
                return happening;
            }
        }
        return ELSE;
    }

    /** @param subject {1} and @param amount {2} of the sentence */
    String text(int attempt, String xid, String subject, String amount) {
        return sentence.replace("{attempt}", Integer.toString(attempt))
                .replace("{xid}", xid)
                .replace("{1}", subject)
                .replace("{2}", amount);
    }
}
