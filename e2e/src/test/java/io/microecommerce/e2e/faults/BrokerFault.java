package io.microecommerce.e2e.faults;

/** What the broker and its check-backs can meet, and what no kill brings about at will. */
public enum BrokerFault {
    /** The answer about a half message is lost, as when the process dies: the broker has to ask back. */
    ANSWER_LOST,
    /** A check-back cannot see the row yet. */
    ROW_NOT_VISIBLE,
    /** The half message is dropped though the order gets paid, as after the broker's last check. */
    HALF_DROPPED
}
