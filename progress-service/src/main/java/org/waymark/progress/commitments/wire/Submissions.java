package org.waymark.progress.commitments.wire;

import static org.waymark.progress.commitments.wire.DomainParts.code;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentRevised;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSubmitted;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Status;

/** Promises, back from what was published of them. */
final class Submissions {

    private Submissions() {}

    static CommitmentSubmitted submitted(PublicEvent.Submitted e) {
        return new CommitmentSubmitted(
                promise(e),
                code(Status.class, e.status()),
                e.milestones().stream().map(DomainParts::milestone).toList(),
                e.indicators().stream().map(DomainParts::indicator).toList(),
                origin(e.lead()),
                new Actor(e.by().equals("secretariat"), e.backlog()));
    }

    private static Promise promise(PublicEvent.Submitted e) {
        return new Promise(
                e.title(),
                null,
                new PartnerId(e.lead().partnerId()),
                partners(e.supporting()),
                new GroupId(e.groupId()),
                new Promise.Plan(e.workstream(), e.workPlanYear()),
                new Promise.Reach(
                        code(Level.class, e.level()),
                        e.countries(),
                        Objects.requireNonNullElse(e.regions(), List.of()),
                        e.sdgTargets()),
                e.start(),
                e.end(),
                zone(e.timeZone()));
    }

    /** Earlier versions named neither supporting partners nor time zone, and could not change them. */
    static CommitmentRevised revised(PublicEvent.Revised e, Promise standing) {
        boolean earlier = e.supporting() == null;
        return new CommitmentRevised(
                new PartnerId(e.organizationId()),
                e.title(),
                description(e.descriptionHash(), standing.description()),
                e.start(),
                e.end(),
                e.supporting() == null ? standing.supporting() : partners(e.supporting()),
                earlier ? standing.timeZone() : zone(e.timeZone()));
    }

    /** The text that stands, where it is known to be the same. */
    private static @Nullable String description(@Nullable String hash, @Nullable String standing) {
        return Objects.equals(hash, PublicParts.hashIfAny(standing)) ? standing : null;
    }

    private static @Nullable Introduction origin(PublicEvent.Lead lead) {
        return lead.orgId() == null
                ? null
                : new Introduction(lead.orgId(), Objects.requireNonNullElse(lead.name(), ""), lead.type());
    }

    private static List<PartnerId> partners(List<String> ids) {
        return ids.stream().map(PartnerId::new).toList();
    }

    private static ZoneId zone(@Nullable String name) {
        return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    }
}
