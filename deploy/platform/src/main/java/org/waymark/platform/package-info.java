/**
 * Technical code that every service carries, so that the guarantees of an update's path are written once: one-document
 * commits with an outbox, the relay to Kafka, feeds that are idempotent by sequence, problem documents, security
 * defaults, operations. No business word belongs here.
 *
 * <p>Start reading at {@link org.waymark.platform.Platform}, then {@link org.waymark.platform.AggregateStore} (writing)
 * and {@link org.waymark.platform.Feed} (reading).
 */
@NullMarked
package org.waymark.platform;

import org.jspecify.annotations.NullMarked;
