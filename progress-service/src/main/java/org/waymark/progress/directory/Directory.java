package org.waymark.progress.directory;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Partners and groups by id, as last heard. */
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

    /** Names by id; an id not heard of yet is missing. */
    Map<String, Name> names(Collection<String> ids);
}
