package io.microecommerce.payment.provider;

import io.microecommerce.payment.provider.Provider.RefundAnswer;
import java.util.List;

/** The refund rows, as the worker moves them. */
public interface RefundWork {

    /** Its turn is now. */
    void trySoon(String refundId);

    /** Those whose turn it is; each is somebody's alone for a while that grows with its attempts. */
    List<ProviderRefund> toTry(int limit);

    /** The provider works on it, or cannot; false if it is DONE. */
    boolean asked(String refundId, RefundAnswer answer);

    /** The provider has paid it back; false if that is known. */
    boolean done(String refundId, RefundAnswer answer);

    void failed(String refundId, String error);

    /** Those that the staff have not been told of. */
    List<ProviderRefund> untold(int limit);

    void told(String refundId);

    long abnormal();

    /** Age of the oldest one that is not DONE; 0 if there is none. */
    long oldestSeconds();
}
