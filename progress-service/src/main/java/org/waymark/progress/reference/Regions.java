package org.waymark.progress.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.progress.reference.M49.Area;

/**
 * The geographic regions of UN M49 by their three digits, each inside the next: the world (001), continents, sub-regions
 * such as 419 (Latin America and the Caribbean), intermediate regions such as 013 (Central America). Groupings that cut
 * across these, such as the least developed countries, are not among them.
 */
public final class Regions {

    public static final String WORLD = "001";

    private static final Map<String, Set<String>> COUNTRIES = countries();
    private static final Map<String, Set<String>> CONTAINING =
            M49.AREAS.stream().collect(Collectors.toUnmodifiableMap(Area::alpha3, area -> Set.copyOf(area.regions())));

    private Regions() {}

    /** Every code. */
    public static Set<String> all() {
        return COUNTRIES.keySet();
    }

    public static boolean isKnown(String code) {
        return COUNTRIES.containsKey(code);
    }

    /** The countries of a region and of the regions inside it, as alpha-3 codes; none for an unknown code. */
    public static Set<String> countriesOf(String code) {
        return COUNTRIES.getOrDefault(code, Set.of());
    }

    /** The region itself and those that lie in it, at every depth; none for an unknown code. */
    public static Set<String> within(String code) {
        Set<String> countries = countriesOf(code);
        return COUNTRIES.entrySet().stream()
                .filter(region -> countries.containsAll(region.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The regions, at every depth, that hold at least one of these countries.
     *
     * @param countries alpha-3 codes; unknown ones lie nowhere, as do those M49 has no region for
     */
    public static Set<String> containing(Set<String> countries) {
        Set<String> regions = new HashSet<>();
        countries.forEach(country -> regions.addAll(CONTAINING.getOrDefault(country, Set.of())));
        return Set.copyOf(regions);
    }

    private static Map<String, Set<String>> countries() {
        Map<String, Set<String>> countries = new HashMap<>();
        for (Area area : M49.AREAS) {
            area.regions()
                    .forEach(region -> countries
                            .computeIfAbsent(region, any -> new HashSet<>())
                            .add(area.alpha3()));
        }
        countries.replaceAll((region, members) -> Set.copyOf(members));
        return Map.copyOf(countries);
    }
}
