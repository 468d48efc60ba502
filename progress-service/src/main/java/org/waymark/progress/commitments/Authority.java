package org.waymark.progress.commitments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.domain.Asker;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.directory.Directory;

/**
 * For whom somebody acts and which groups that organization chairs. The token says who; groups, terms and suspensions
 * come from the directory and the clock.
 */
@Component
class Authority {

    private final Directory directory;

    Authority(Directory directory) {
        this.directory = directory;
    }

    /**
     * Absence from the directory refuses nobody; a recorded suspension does.
     *
     * @throws Problem 403 where the token names no organization, or one that takes part no more
     */
    PartnerId partner(Caller caller) {
        return active(new PartnerId(caller.requireOrganization()));
    }

    PartnerId active(PartnerId partner) {
        if (directory.isShutOut(partner.value())) {
            throw Problem.forbidden(
                    "Your organization's participation is suspended or has ended; ask the secretariat.");
        }
        return partner;
    }

    /**
     * The id by which the partner has a part in the commitment: its own, or where it has none by that, the one of a partner
     * that was merged into it. What it does is recorded with that id, of which whoever reads it is told who it is now.
     */
    PartnerId actingIn(Promise promise, PartnerId partner) {
        if (promise.isOf(partner)) {
            return partner;
        }
        Set<PartnerId> merged = directory.survivors(LocalDate.MAX).entrySet().stream()
                .filter(one -> one.getValue().equals(partner.value()))
                .map(one -> new PartnerId(one.getKey()))
                .collect(Collectors.toSet());
        return merged.contains(promise.lead())
                ? promise.lead()
                : promise.supporting().stream()
                        .filter(merged::contains)
                        .findFirst()
                        .orElse(partner);
    }

    /**
     * With the groups it chairs, for what co-chairs alone decide.
     *
     * @throws Problem 503 where it cannot be known whether a term still runs
     */
    Asker coChair(Caller caller, Instant now) {
        PartnerId partner = partner(caller);
        requireConfirmed(now);
        return asker(partner, now);
    }

    /** For what a partner may do by itself, and a co-chair too while the directory is known to be current. */
    Asker partnerOrCoChair(Caller caller, Instant now) {
        PartnerId partner = partner(caller);
        return directory.isConfirmed(now) ? asker(partner, now) : Asker.partner(partner);
    }

    void requireConfirmed(Instant now) {
        if (!directory.isConfirmed(now)) {
            throw unconfirmed();
        }
    }

    /**
     * For whom a refusal came of not knowing rather than of having no part: who chairs the group by what was last heard,
     * but did not ask as a co-chair.
     *
     * @throws Problem 503 for such a one
     */
    void requireKnown(Asker by, GroupId group, Instant now) {
        if (!by.chairs().contains(group)
                && directory.chairedBy(by.organization().value(), now).contains(group.value())) {
            throw unconfirmed();
        }
    }

    private static Problem unconfirmed() {
        return Problem.unavailable(
                "directory-unconfirmed",
                "Whether your term as co-chair still runs cannot be confirmed at the moment; try again shortly.",
                Duration.ofSeconds(30));
    }

    private Asker asker(PartnerId partner, Instant now) {
        Set<GroupId> chairs = directory.chairedBy(partner.value(), now).stream()
                .map(GroupId::new)
                .collect(Collectors.toSet());
        return new Asker(partner, chairs);
    }
}
