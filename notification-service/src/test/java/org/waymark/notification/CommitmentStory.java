package org.waymark.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What progress-service would write about one commitment, event by event. */
final class CommitmentStory {

    final String id = UUID.randomUUID().toString();
    final List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();

    private final String lead;
    private final String group;

    private CommitmentStory(String lead, String group) {
        this.lead = lead;
        this.group = group;
    }

    static CommitmentStory aCommitment(String lead, String group) {
        return new CommitmentStory(lead, group).then("submitted", "submitted");
    }

    CommitmentStory revised() {
        return then("revised", "revised");
    }

    CommitmentStory overdue() {
        return then("milestone-overdue", "overdue");
    }

    CommitmentStory overdueAgain() {
        return then("milestone-overdue", "overdue-again");
    }

    CommitmentStory putOff() {
        return then("milestone-rescheduled", "put-off");
    }

    CommitmentStory suspended() {
        return then("status-changed", "suspended");
    }

    CommitmentStory resumed() {
        return then("status-changed", "resumed");
    }

    /** Of no concern here. */
    CommitmentStory silent() {
        return then("silent", "silent");
    }

    CommitmentStory takenBack() {
        return then("update-resubmitted", "taken-back");
    }

    CommitmentStory reached() {
        return then("progress-reported", "reached");
    }

    CommitmentStory offTrack() {
        return then("progress-reported", "off-track");
    }

    CommitmentStory offTrack(String traceparent) {
        return then("progress-reported", "off-track", traceparent);
    }

    CommitmentStory onTrack() {
        return then("progress-reported", "on-track");
    }

    /** One whose first event is told in full. */
    static CommitmentStory aCommitment(String lead, String group, String submitted) {
        return new CommitmentStory(lead, group).said("submitted", submitted, Duration.ZERO);
    }

    /** @param ago when it was recorded */
    CommitmentStory said(String type, String data, Duration ago) {
        events.add(Topics.event(
                Topics.COMMITMENTS,
                "org.waymark.commitment." + type + ".v1",
                id,
                events.size() + 1,
                data.replace("LEAD", lead).replace("GROUP", group),
                null,
                Instant.now().minus(ago)));
        return this;
    }

    private CommitmentStory then(String type, String example) {
        return then(type, example, null);
    }

    private CommitmentStory then(String type, String example, @Nullable String traceparent) {
        events.add(Topics.event(
                Topics.COMMITMENTS,
                "org.waymark.commitment." + type + ".v1",
                id,
                events.size() + 1,
                Examples.text(example).replace("LEAD", lead).replace("GROUP", group),
                traceparent));
        return this;
    }
}
