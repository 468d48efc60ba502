package org.waymark.notification.alert.store;

import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.platform.Uuids;

/** The id of an alert follows from its cause, so that the same cause found again is the same alert. */
final class AlertIds {

    /** Of an escalation's steps the first, and so far the only one. */
    private static final String FIRST_STEP = "1";

    private AlertIds() {}

    static String of(CauseKey cause) {
        String about =
                cause.milestoneId() == null ? cause.commitmentId() : cause.commitmentId() + "/" + cause.milestoneId();
        return Uuids.of(cause.rule().word(), about, Long.toString(cause.sequence()), FIRST_STEP)
                .toString();
    }
}
