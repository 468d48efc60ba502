package org.waymark.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an event never holds, because it could never be erased from a topic: fields for people's names, contact data and
 * the texts that partners write, and values that are an address of mail or a telephone number, whatever their field.
 */
public final class PersonalData {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> FIELDS = Set.of(
            "email",
            "mail",
            "phone",
            "telephone",
            "mobile",
            "fax",
            "address",
            "contact",
            "contacts",
            "person",
            "personname",
            "firstname",
            "lastname",
            "username",
            "member",
            "members",
            "description",
            "narrative",
            "challenges",
            "nextsteps",
            "password");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    /** No id begins like one: a letter or a hyphen follows. */
    private static final Pattern TELEPHONE =
            Pattern.compile("(?:^|\\s|tel:)(?:\\+|00)[1-9][0-9 ()./-]{6,}[0-9](?![0-9A-Za-z-])");

    private PersonalData() {}

    /** Where in an event there is some, by its path; empty where there is none. */
    public static List<String> in(String json) {
        List<String> found = new ArrayList<>();
        look("", JSON.readTree(json), found);
        return found;
    }

    private static void look(String path, JsonNode node, List<String> found) {
        if (node.isString() && isPersonal(node.asString())) {
            found.add(path + ": " + node.asString());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String at = path + "/" + field.getKey();
            if (FIELDS.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                found.add(at);
            }
            look(at, field.getValue(), found);
        }
        if (node.isArray()) {
            node.forEach(one -> look(path + "[]", one, found));
        }
    }

    private static boolean isPersonal(String value) {
        return MAIL.matcher(value).find() || TELEPHONE.matcher(value).find();
    }
}
