package io.microecommerce.api.branch;

import io.microecommerce.api.error.Refusal;
import java.util.regex.Pattern;

/** The XIDs of global transactions, {@code address:port:number}. */
public final class Xids {

    /** Most of them in one question. */
    public static final int MAX_AT_ONCE = 200;

    private static final Pattern XID = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

    private Xids() {}

    public static String require(String xid) {
        if (!XID.matcher(xid).matches()) {
            throw Refusal.invalid("xid", "must be 1 to 128 letters, digits, . : - or _");
        }
        return xid;
    }
}
