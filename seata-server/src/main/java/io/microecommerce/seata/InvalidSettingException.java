package io.microecommerce.seata;

/** An environment variable is missing or unusable. The message names the variable and says what it wants; it never holds the value. */
public class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSettingException(String variable, String wanted) {
        super(variable + " " + wanted);
    }
}
