package io.microecommerce.api.branch;

import java.io.Serializable;

/**
 * @param expectedFence what the caller decided upon; the branch is left alone if that has changed
 * @param byHand a person decided: also what fence and rows do not agree upon is brought to this end
 */
public record SettleBranchCommand(String xid, Settlement settlement, FenceState expectedFence, boolean byHand)
        implements Serializable {

    public SettleBranchCommand {
        Xids.require(xid);
    }
}
