package io.microecommerce.e2e.faults;

/**
 * The thread ends here, as if its process had: an Error, because what catches exceptions to go on must not catch this. Locks and
 * connections are given back, which a dead process does as well.
 */
final class DiedHere extends Error {

    private static final long serialVersionUID = 1;

    DiedHere(String place) {
        super("Told to die at " + place);
    }
}
