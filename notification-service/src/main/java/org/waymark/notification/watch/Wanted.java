package org.waymark.notification.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.settings.MongoGroupRules;
import org.waymark.notification.settings.domain.GroupRules;
import org.waymark.notification.watch.domain.Watch;

/** What the groups of some commitments want to know, read once for all of them. */
record Wanted(Map<String, GroupRules> byGroup) {

    static Wanted by(MongoGroupRules settings, Collection<Watch> watches) {
        return new Wanted(settings.of(
                watches.stream().map(watch -> watch.subject().groupId()).collect(Collectors.toSet())));
    }

    /** @param recorded as of when the group's settings count */
    Stream<Cause> of(Cause cause, Instant recorded) {
        GroupRules rules = byGroup.get(cause.groupId());
        return rules == null ? Stream.of(cause) : rules.judge(cause, recorded).stream();
    }
}
