package org.waymark.progress.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A directory that has heard of nobody but those shut out. */
public final class DirectoryFake implements Directory {

    private final Set<String> shutOut = new HashSet<>();

    public void shutOut(String partnerId) {
        shutOut.add(partnerId);
    }

    @Override
    public boolean isShutOut(String partnerId) {
        return shutOut.contains(partnerId);
    }

    @Override
    public Map<String, Name> names(Collection<String> ids) {
        return new HashMap<>();
    }

    @Override
    public List<Name> partners() {
        return List.of();
    }
}
