package org.waymark.progress.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.progress.directory.DirectoryEntry.CoChair;

/** A directory that has heard of nothing but what a test tells it, and is confirmed unless the test says otherwise. */
public final class DirectoryFake implements Directory {

    private final Set<String> shutOut = new HashSet<>();
    private final Map<String, ZoneId> timeZones = new HashMap<>();
    private final Map<String, List<CoChair>> terms = new HashMap<>();
    private boolean confirmed = true;

    public void shutOut(String partnerId) {
        shutOut.add(partnerId);
    }

    public void isAtHome(String partnerId, String zone) {
        timeZones.put(partnerId, ZoneId.of(zone));
    }

    /** A term; both days belong to it. */
    public void chairs(String partnerId, String group, String from, String to) {
        terms.computeIfAbsent(group, none -> new ArrayList<>())
                .add(new CoChair(partnerId, LocalDate.parse(from), LocalDate.parse(to)));
    }

    public void isNotConfirmed() {
        confirmed = false;
    }

    @Override
    public boolean isShutOut(String partnerId) {
        return shutOut.contains(partnerId);
    }

    @Override
    public Optional<ZoneId> timeZone(String partnerId) {
        return Optional.ofNullable(timeZones.get(partnerId));
    }

    @Override
    public Set<String> chairedBy(String partnerId, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return terms.entrySet().stream()
                .filter(group -> group.getValue().stream()
                        .anyMatch(term -> term.partnerId().equals(partnerId) && term.covers(today)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isConfirmed(Instant now) {
        return confirmed;
    }

    @Override
    public Map<String, Name> names(Collection<String> ids) {
        return Map.of();
    }

    @Override
    public Map<String, Name> names(Collection<String> ids, LocalDate asOf, LocalDate knownAt) {
        return Map.of();
    }

    @Override
    public Map<String, String> survivors(LocalDate knownAt) {
        return Map.of();
    }

    @Override
    public Map<String, String> survivorsOf(Collection<String> ids) {
        return Map.of();
    }

    @Override
    public Map<String, String> typesOn(LocalDate day) {
        return Map.of();
    }
}
