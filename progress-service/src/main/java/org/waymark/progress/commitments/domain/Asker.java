package org.waymark.progress.commitments.domain;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * On whose behalf something is asked.
 *
 * @param organization as the token says, or the id by which it has its part in the commitment
 * @param others ids of the same organization that the commitment knows besides: of partners that were merged
 * @param chairs the groups it co-chairs today, as the directory says
 */
public record Asker(PartnerId organization, Set<PartnerId> others, Set<GroupId> chairs) {

    public Asker {
        others = others.stream().filter(id -> !id.equals(organization)).collect(Collectors.toUnmodifiableSet());
        chairs = Set.copyOf(chairs);
    }

    public Asker(PartnerId organization, Set<GroupId> chairs) {
        this(organization, Set.of(), chairs);
    }

    public static Asker partner(PartnerId organization) {
        return new Asker(organization, Set.of());
    }

    /** The same, by another id of the same organization. */
    public Asker as(PartnerId id, Set<PartnerId> ids) {
        return new Asker(id, ids, chairs);
    }

    /** Whether that id is one of its own. */
    boolean is(PartnerId id) {
        return organization.equals(id) || others.contains(id);
    }

    boolean leads(Promise promise) {
        return is(promise.lead());
    }

    boolean chairs(Promise promise) {
        return chairs.contains(promise.group());
    }

    /** Lead and supporting partners alike. */
    boolean takesPartIn(Promise promise) {
        return promise.isOf(organization) || others.stream().anyMatch(promise::isOf);
    }
}
