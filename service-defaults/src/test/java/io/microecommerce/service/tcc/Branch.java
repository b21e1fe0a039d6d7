package io.microecommerce.service.tcc;

/**
 * A registered branch, as the TC knows it.
 *
 * @param applicationData the context that travels to Confirm and Cancel, in Seata's JSON
 */
public record Branch(String xid, long id, String actionName, String applicationData) {}
