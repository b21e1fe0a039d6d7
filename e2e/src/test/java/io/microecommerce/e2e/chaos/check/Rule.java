package io.microecommerce.e2e.chaos.check;

/** What is checked, by its number in docs/campaign.md. */
public enum Rule {
    MONEY(1, "every wallet equals the sum of its entries, and its frozen part what its payments hold"),
    STOCK(2, "available + frozen + sold of every SKU is what was received, and nothing is ever negative"),
    AGREEMENT(3, "paid_at is set, if and only if the order was paid, if and only if its lines are SOLD"),
    NOTHING_STUCK(4, "nothing is INITIATED, HELD, PAYING or TRIED past the bound"),
    EFFECTS_ONCE(5, "one credit, one commission and one notification for each paid order, and none for others"),
    PROMISES_KEPT(6, "what was acknowledged exists and stays, and the same key gives the same one"),
    MESSAGES_RESOLVED(
            7,
            "the event of every paid order came back, no half message is unresolved, and no dead letter unexplained"),
    COORDINATOR_DRAINED(8, "the TC keeps no transaction past the bound, but for a few that are finished"),
    HISTORY_AGREES(9, "the timeline agrees with the databases");

    private final int number;
    private final String words;

    Rule(int number, String words) {
        this.number = number;
        this.words = words;
    }

    public int number() {
        return number;
    }

    public String words() {
        return words;
    }
}
