package org.waymark.progress.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Partners and groups by id, as last heard. */
public interface Directory {

    /** How a partner or group is called. */
    record Name(String id, String name) {}

    /** Whether the partner is recorded as suspended or withdrawn; one not heard of is not. */
    boolean isShutOut(String partnerId);

    /** Names by id; an id not heard of yet is missing. */
    Map<String, Name> names(Collection<String> ids);

    List<Name> partners();
}
