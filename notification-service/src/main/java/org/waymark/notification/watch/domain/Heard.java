package org.waymark.notification.watch.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with what all of them carry.
 *
 * @param recorded when progress-service wrote it down
 * @param health as it stood after the event; null in events of before it was told
 */
public record Heard(CommitmentEvent what, Instant recorded, Health.@Nullable Said health) {}
