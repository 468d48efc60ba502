package org.waymark.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param commitShards threads that commit commands; an aggregate always belongs to the same one
 * @param outboxCap what one aggregate may hold unpublished before it answers 503; its document stays under 1 MB by it
 * @param outboxSweep how often outboxes left behind by a process that died are looked for
 * @param restored whether the store comes from a backup: nothing is served until it has been folded forward
 * @param embeddedStore whether the store is the embedded one, which needs an index of its own for guarded writes
 */
@ConfigurationProperties("waymark")
record PlatformProperties(
        @DefaultValue("4") int commitShards,
        @DefaultValue("512KB") DataSize outboxCap,
        @DefaultValue("30s") Duration outboxSweep,
        @DefaultValue("false") boolean restored,
        @DefaultValue("false") boolean embeddedStore) {}
