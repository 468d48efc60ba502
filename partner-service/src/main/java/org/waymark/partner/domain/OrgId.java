package org.waymark.partner.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Identifiers by org-id.guide: the code of a list, "-", and what that list calls the organization, such as XM-DAC-47066.
 * Asked when somebody registers, and not when what stands is read: an import may name a lead by a list that is not known
 * here, and a list may be struck off.
 */
public final class OrgId {

    /** By the IATI rules, an identifier holds none of / & | ? (https://iatistandard.org, ruleset 2.03). */
    private static final Pattern FORM = Pattern.compile("([A-Z]{2}(?:_[A-Z0-9]{1,3})?-[A-Z0-9_]+)-[^\\s/&|?]+");

    private static final int LONGEST = 100;

    private static final Set<String> LISTS = lists();
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private OrgId() {}

    /** @throws Refusal for what has another form, or begins with no list that is known */
    public static String checked(String orgId) {
        Matcher parts = FORM.matcher(orgId);
        if (orgId.length() > LONGEST || !parts.matches()) {
            throw Refusal.ofField(
                    "orgId",
                    "An identifier by org-id.guide is the code of a list in capitals, \"-\" and the organization's "
                            + "identifier there, such as XM-DAC-47066; together at most " + LONGEST + " characters.");
        }
        if (!isKnown(parts.group(1))) {
            throw Refusal.ofField(
                    "orgId",
                    parts.group(1) + " is no list known here. Look the organization's list up at https://org-id.guide; "
                            + "for one that has none, leave orgId out.");
        }
        return orgId;
    }

    /** Every country's Chart of Accounts is a list. */
    private static boolean isKnown(String list) {
        return LISTS.contains(list)
                || list.endsWith("-COA") && COUNTRIES.contains(list.substring(0, list.length() - "-COA".length()));
    }

    private static Set<String> lists() {
        try (InputStream file = Objects.requireNonNull(OrgId.class.getResourceAsStream("org-id-lists.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .filter(code -> !code.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
