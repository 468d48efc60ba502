package org.waymark.progress.imports.csv;

import java.util.regex.Pattern;
import org.waymark.progress.imports.csv.CommitmentReading.Missing;
import org.waymark.progress.imports.csv.CsvCommitment.Organization;
import org.waymark.progress.imports.reading.Quote;

/** Who leads a commitment: an organization with its identifier, or the government of a country. */
record LeadReading(Cells cells) {

    /** By the IATI rules, an identifier holds none of / & | ? (https://iatistandard.org, ruleset 2.03). */
    private static final Pattern REF = Pattern.compile("[^\\s/&|?]{1,100}");

    private static final String GOVERNMENT_TYPE = "10";

    Organization organization() {
        var country = cells.first(Field.GOVERNMENT);
        var ref = cells.first(Field.ORGANIZATION);
        if (country != null) {
            return government(country);
        }
        if (ref == null || !REF.matcher(ref).matches()) {
            throw new Missing(
                    ref == null
                            ? "it names no lead organization"
                            : Quote.of(ref) + " is no identifier of an organization, such as XM-DAC-47066");
        }
        var name = cells.first(Field.ORGANIZATION_NAME);
        return new Organization(ref, name == null ? ref : name, cells.first(Field.ORGANIZATION_TYPE));
    }

    /** Governments have no register of identifiers; the country's code makes one that is the same everywhere. */
    private Organization government(String country) {
        var code = CountryNames.alpha3(country);
        if (code == null) {
            throw new Missing(Quote.of(country) + " is no country of ISO 3166-1");
        }
        var name = cells.first(Field.GOVERNMENT_NAME);
        return new Organization(
                "gov:" + code, (name == null ? CountryNames.english(code) : name) + " (government)", GOVERNMENT_TYPE);
    }
}
