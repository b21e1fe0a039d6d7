package io.microecommerce.local.launcher.topology;

/**
 * Something a person may want to open once the platform is up.
 *
 * @param component shown only when this component was started
 * @param what what it is
 * @param url where it is, with placeholders
 * @param account whom to log in as
 * @param secret name of the secret that holds the account's password; empty when there is none
 */
public record SummaryLine(String component, String what, String url, String account, String secret) {}
