package org.waymark.notification.alert.store;

import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.platform.Uuids;

/** The id of an alert follows from its cause, so that the same cause found again is the same alert. */
final class AlertIds {

    private AlertIds() {}

    static String of(CauseKey cause) {
        String part = cause.milestoneId() == null ? cause.indicatorId() : cause.milestoneId();
        String about = part == null ? cause.commitmentId() : cause.commitmentId() + "/" + part;
        return Uuids.of(cause.rule().word(), about, Long.toString(cause.sequence()), cause.step())
                .toString();
    }
}
