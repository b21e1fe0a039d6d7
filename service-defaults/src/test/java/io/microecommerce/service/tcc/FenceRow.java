package io.microecommerce.service.tcc;

/** What the fence remembers of a branch. */
public record FenceRow(String xid, long branchId, String actionName, State state) {

    public enum State {
        /** Try is done; then COMMITTED or ROLLED_BACK. */
        TRIED(1),
        /** Confirm is done. */
        COMMITTED(2),
        /** Cancel is done. */
        ROLLED_BACK(3),
        /** Cancel came before Try, which may not come any more. */
        SUSPENDED(4);

        private final int status;

        State(int status) {
            this.status = status;
        }

        static State of(int status) {
            for (State state : values()) {
                if (state.status == status) {
                    return state;
                }
            }
            throw new IllegalArgumentException("No fence has the status " + status);
        }
    }
}
