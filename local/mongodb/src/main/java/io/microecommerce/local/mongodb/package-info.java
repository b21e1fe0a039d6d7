/**
 * Runs mongo-java-server, which speaks MongoDB's wire protocol, in MongoDB's place on a developer's machine: no package
 * registry carries a real mongod. It has no authentication, no transactions and no text search.
 */
@NullMarked
package io.microecommerce.local.mongodb;

import org.jspecify.annotations.NullMarked;
