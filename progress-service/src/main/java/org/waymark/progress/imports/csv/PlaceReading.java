package org.waymark.progress.imports.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.imports.csv.CommitmentReading.Missing;
import org.waymark.progress.imports.csv.CsvCommitment.Places;
import org.waymark.progress.imports.reading.Quote;
import org.waymark.progress.reference.Regions;

/** Where a commitment is at home. */
record PlaceReading(Cells cells) {

    Places places() {
        var countries = countries(cells.first(Field.COUNTRIES));
        var regions = regions(cells.first(Field.REGIONS));
        return new Places(level(cells.first(Field.LEVEL), countries, regions), countries, regions);
    }

    /** As it says; else one country is country level, the world global, and all between regional. */
    private static Level level(@Nullable String named, List<String> countries, List<String> regions) {
        if (named != null) {
            return Kebab.parse(Level.class, Lists.word(named))
                    .orElseThrow(() -> new Missing(Quote.of(named) + " is no level: global, regional or country"));
        }
        if (countries.isEmpty() && regions.isEmpty()) {
            throw new Missing("it names neither a level nor a country or region");
        }
        if (regions.contains(Regions.WORLD)) {
            return Level.GLOBAL;
        }
        return regions.isEmpty() && countries.size() == 1 ? Level.COUNTRY : Level.REGIONAL;
    }

    /** A name may hold a comma, so the whole cell is tried first. */
    private List<String> countries(@Nullable String cell) {
        var whole = cell == null ? null : CountryNames.alpha3(cell);
        if (whole != null) {
            return List.of(whole);
        }
        var countries = new ArrayList<String>();
        for (var each : Lists.split(cell)) {
            var country = CountryNames.alpha3(each);
            if (country == null) {
                cells.note(cells.line(), "country " + Quote.of(each), "it is no code or name of ISO 3166-1");
            } else {
                countries.add(country);
            }
        }
        return countries.stream().distinct().toList();
    }

    /** Spreadsheets drop the leading zeros of codes. */
    private List<String> regions(@Nullable String cell) {
        var regions = new ArrayList<String>();
        for (var each : Lists.split(cell)) {
            var code = "0".repeat(Math.max(0, 3 - each.length())) + each;
            if (Regions.isKnown(code)) {
                regions.add(code);
            } else {
                cells.note(cells.line(), "region " + Quote.of(each), "it is no code of UN M49, such as 419");
            }
        }
        return regions.stream().distinct().toList();
    }
}
