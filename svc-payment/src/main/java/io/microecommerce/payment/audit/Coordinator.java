package io.microecommerce.payment.audit;

/** The transaction coordinator. */
public interface Coordinator {

    /** @throws SilentException if it does not answer, or could not read its store: then nothing is known */
    CoordinatorStatus status(String xid);
}
