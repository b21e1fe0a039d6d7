package io.microecommerce.api.branch;

/** How a branch is brought to its end. */
public enum Settlement {
    /** As Confirm would. */
    CONFIRM,
    /** As Cancel would. */
    CANCEL
}
