/**
 * A Kafka broker and a store inside one process, so that Waymark can be tried, tested and run on a single machine with
 * nothing else installed. Both keep what they acknowledged when their process is killed; neither promises to survive
 * the loss of the machine, since neither forces the disk. Start reading at {@link org.waymark.embedded.EmbeddedMongo}
 * and {@link org.waymark.embedded.EmbeddedKafka}.
 */
@NullMarked
package org.waymark.embedded;

import org.jspecify.annotations.NullMarked;
