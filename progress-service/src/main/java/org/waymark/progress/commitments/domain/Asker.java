package org.waymark.progress.commitments.domain;

import java.util.Set;

/**
 * On whose behalf something is asked.
 *
 * @param organization as the token says
 * @param chairs the groups it co-chairs today, as the directory says
 */
public record Asker(PartnerId organization, Set<GroupId> chairs) {

    public Asker {
        chairs = Set.copyOf(chairs);
    }

    public static Asker partner(PartnerId organization) {
        return new Asker(organization, Set.of());
    }

    /** The same, by another id of the same organization. */
    public Asker as(PartnerId id) {
        return new Asker(id, chairs);
    }

    boolean leads(Promise promise) {
        return promise.lead().equals(organization);
    }

    boolean chairs(Promise promise) {
        return chairs.contains(promise.group());
    }

    /** Lead and supporting partners alike. */
    boolean takesPartIn(Promise promise) {
        return promise.isOf(organization);
    }
}
