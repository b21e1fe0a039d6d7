package io.microecommerce.service.rpc;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import org.apache.dubbo.rpc.RpcException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a failure means to the caller: the one place where exceptions of libraries become codes. */
public final class Failures {

    private Failures() {}

    /**
     * @param failure anything thrown by our code, a driver or Dubbo
     * @return the refusal itself if it is one; {@code SERVICE_UNAVAILABLE} when a server was not reached; {@code
     *     OUTCOME_UNKNOWN} when a call was sent and its answer did not come; otherwise {@code
     *     INTERNAL_ERROR}
     */
    public static Refusal toRefusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof RpcException rpc) {
                return ofRemoteCall(rpc);
            }
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof CannotCreateTransactionException) {
                return unavailable("A database");
            }
        }
        return new Refusal(ErrorCode.INTERNAL_ERROR, "Something failed on our side; the log has the details.");
    }

    /** @param server what did not answer, for people */
    public static Refusal unavailable(String server) {
        return new Refusal(
                ErrorCode.SERVICE_UNAVAILABLE,
                server + " does not answer. Send the same request again, with the same key.");
    }

    private static Refusal ofRemoteCall(RpcException call) {
        if (neverArrived(call)) {
            return unavailable("A service");
        }
        return new Refusal(
                ErrorCode.OUTCOME_UNKNOWN,
                "The answer did not come, so it may have happened. Ask again with the same key.");
    }

    private static boolean neverArrived(RpcException call) {
        return call.isForbidden()
                || call.isNoInvokerAvailableAfterFilter()
                || call.isLimitExceed()
                // Triple's UNAVAILABLE: there was no connection to send it on. One that breaks is CANCELLED.
                || call.isNetwork();
    }
}
