package org.waymark.progress.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Partners and groups by id, as last heard, or where a day is given, as they were called and classed then. */
public interface Directory {

    /** How a partner or group is called. */
    record Name(String id, String name) {}

    /** Whether the partner is recorded as suspended or withdrawn; one not heard of is not. */
    boolean isShutOut(String partnerId);

    /** Where its days begin and end; nothing where it has not said so. */
    Optional<ZoneId> timeZone(String partnerId);

    /** Ids of the groups it co-chairs then. */
    Set<String> chairedBy(String partnerId, Instant now);

    /**
     * Whether all that had been said of partners and groups was known and understood here a short time ago. While it is not, a term may
     * have ended without this service having heard of it.
     */
    boolean isConfirmed(Instant now);

    /** Names by id; an id not heard of yet is missing. One that was merged has id and name of the one that stands for it. */
    Map<String, Name> names(Collection<String> ids);

    /**
     * Names as they were on that day (UTC); those of before anything was heard of an id are what was heard first.
     *
     * @param knownAt merges that became known later are not looked at
     */
    Map<String, Name> names(Collection<String> ids, LocalDate asOf, LocalDate knownAt);

    /** By each partner known on that day (UTC) to have been merged, the one that stands for it in the end. */
    Map<String, String> survivors(LocalDate knownAt);

    /** Of these ids, by each of a partner that was merged, the one that stands for it in the end. */
    Map<String, String> survivorsOf(Collection<String> ids);

    /** All ids of the partner that this id means, as far as it was known on that day (UTC) which of them are one. */
    default Set<String> idsOf(String partnerId, LocalDate knownAt) {
        Map<String, String> survivors = survivors(knownAt);
        String survivor = survivors.getOrDefault(partnerId, partnerId);
        Set<String> ids = new HashSet<>(Set.of(survivor));
        survivors.forEach((merged, into) -> {
            if (into.equals(survivor)) {
                ids.add(merged);
            }
        });
        return ids;
    }

    /** Types of organization (IATI's OrganisationType) by partner, as they were on that day (UTC), as far as they are known. */
    Map<String, String> typesOn(LocalDate day);
}
