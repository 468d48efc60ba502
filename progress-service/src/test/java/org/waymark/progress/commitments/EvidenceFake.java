package org.waymark.progress.commitments;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files of evidence that are there or not, and for what they were kept. */
final class EvidenceFake implements EvidenceClaims {

    record Kept(String file, String commitment, String update) {}

    private final Set<String> uploaded = new HashSet<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Kept> published = new ArrayList<>();

    void upload(String organization, String file) {
        uploaded.add(organization + "/" + file);
    }

    List<Kept> published() {
        return List.copyOf(published);
    }

    List<Kept> kept() {
        return List.copyOf(kept);
    }

    @Override
    public Set<String> claim(Collection<String> ids, String organization, String commitment, String update) {
        Set<String> missing = ids.stream()
                .filter(id -> !uploaded.contains(organization + "/" + id))
                .collect(toSet());
        ids.stream()
                .filter(id -> !missing.contains(id))
                .map(id -> new Kept(id, commitment, update))
                .forEach(kept::add);
        return missing;
    }

    @Override
    public void published(Collection<String> ids, String commitment, String update) {
        ids.forEach(id -> published.add(new Kept(id, commitment, update)));
    }
}
