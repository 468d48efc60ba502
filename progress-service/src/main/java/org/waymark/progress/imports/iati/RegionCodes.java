package org.waymark.progress.imports.iati;

import java.util.List;
import java.util.Map;
import org.waymark.progress.reference.Regions;

/** Region codes as publishers write them, as those of UN M49. */
final class RegionCodes {

    /**
     * The codelist Region (OECD DAC) as far as M49 has a region, or two, of the same name and the same countries. Left
     * out for what they mean by a similar name: north and south of Sahara (Sudan), South, Central and West Asia (Iran,
     * the Caucasus), the Middle East; and those that name no place (88, 998).
     */
    private static final Map<String, List<String>> DAC = Map.ofEntries(
            Map.entry("89", List.of("150")),
            Map.entry("298", List.of("002")),
            Map.entry("380", List.of("029")),
            Map.entry("389", List.of("029", "013")),
            Map.entry("489", List.of("005")),
            Map.entry("498", List.of("019")),
            Map.entry("789", List.of("030", "035")),
            Map.entry("798", List.of("142")),
            Map.entry("889", List.of("009")),
            Map.entry("1027", List.of("014")),
            Map.entry("1028", List.of("017")),
            Map.entry("1029", List.of("018")),
            Map.entry("1030", List.of("011")),
            Map.entry("1031", List.of("029")),
            Map.entry("1032", List.of("013")),
            Map.entry("1033", List.of("054")),
            Map.entry("1034", List.of("057")),
            Map.entry("1035", List.of("061")));

    private RegionCodes() {}

    /** Empty where M49 has no such region. */
    static List<String> ofDac(String code) {
        return DAC.getOrDefault(code, List.of());
    }

    /** Empty where it is none; spreadsheets drop the leading zeros. */
    static List<String> ofM49(String code) {
        var padded = "0".repeat(Math.max(0, 3 - code.length())) + code;
        return Regions.isKnown(padded) ? List.of(padded) : List.of();
    }
}
