package io.microecommerce.service.start;

import java.util.List;

/** A setting under which money, orders and stock could part. The message names the setting and what to do. */
public final class UnsafeSettingException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /**
     * @param found the setting and its value, and what would follow
     * @param remedy what to do, as a sentence
     */
    public UnsafeSettingException(String found, String remedy) {
        super(found + ". " + remedy);
    }

    /** @param sentences each naming a setting and what to do */
    UnsafeSettingException(List<String> sentences) {
        super(String.join(" ", sentences));
    }
}
