package org.waymark.progress.commitments;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.domain.Asker;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Review;
import org.waymark.progress.commitments.domain.UpdateId;
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
     * With all ids by which the commitment knows the organization: its own, and those of partners that were merged into it.
     * What it does is recorded with the id by which it has a part, its own where it has one by that; whoever reads it is
     * told who that is now.
     */
    Asker in(Commitment commitment, Asker by) {
        Set<PartnerId> ids = idsIn(commitment, by.organization());
        return by.as(acting(commitment.promise(), by.organization(), ids), ids);
    }

    /**
     * The id by which the partner has a part in the commitment.
     *
     * @param about the update it is about, which stays its author's; null where it is about none
     */
    PartnerId actingIn(Commitment commitment, PartnerId partner, @Nullable UpdateId about) {
        Set<PartnerId> ids = idsIn(commitment, partner);
        return Optional.ofNullable(about)
                .flatMap(commitment::review)
                .map(Review::author)
                .filter(ids::contains)
                .orElseGet(() -> acting(commitment.promise(), partner, ids));
    }

    private static PartnerId acting(Promise promise, PartnerId partner, Set<PartnerId> ids) {
        return Stream.concat(Stream.of(partner, promise.lead()), promise.supporting().stream())
                .filter(ids::contains)
                .filter(promise::isOf)
                .findFirst()
                .orElse(partner);
    }

    /** A commitment of one partner alone asks nobody. */
    private Set<PartnerId> idsIn(Commitment commitment, PartnerId partner) {
        Set<PartnerId> ids = new HashSet<>(Set.of(partner));
        Set<PartnerId> known = commitment.organizations();
        if (!ids.containsAll(known)) {
            directory.survivorsOf(known.stream().map(PartnerId::value).toList()).forEach((id, survivor) -> {
                if (survivor.equals(partner.value())) {
                    ids.add(new PartnerId(id));
                }
            });
        }
        return ids;
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
