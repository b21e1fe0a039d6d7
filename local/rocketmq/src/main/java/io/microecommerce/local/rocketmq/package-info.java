/** Runs RocketMQ's name server and broker on loopback, each a process of its own, with the topics of the shop. */
@NullMarked
package io.microecommerce.local.rocketmq;

import org.jspecify.annotations.NullMarked;
