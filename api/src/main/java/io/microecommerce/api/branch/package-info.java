/** A participant's branches, as the auditor of svc-payment looks at them and settles those that the coordinator has lost. */
@NullMarked
package io.microecommerce.api.branch;

import org.jspecify.annotations.NullMarked;
