package org.waymark.partner.partners;

import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.store.Aggregates.Stored;

/**
 * Who stands for a partner that was merged, however often that one was merged in its turn. A ring, which only two
 * instances that merge at the same moment could close, is broken at the smallest id, for every reader alike.
 */
final class Survivors {

    private final Function<String, Optional<Stored<Partner>>> find;

    Survivors(Function<String, Optional<Stored<Partner>>> find) {
        this.find = find;
    }

    String of(String id) {
        TreeSet<String> passed = new TreeSet<>();
        String at = id;
        while (passed.add(at)) {
            PartnerId next = find.apply(at)
                    .map(found -> found.value().standing().mergedInto())
                    .orElse(null);
            if (next == null) {
                return at;
            }
            at = next.toString();
        }
        return Collections.min(passed);
    }
}
