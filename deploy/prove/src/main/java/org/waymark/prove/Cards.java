package org.waymark.prove;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** All cards of the board. */
final class Cards {

    private Cards() {}

    /** By commitment. A card that moves while the list is read may come twice; the later one counts. */
    static Map<String, JsonNode> read(Api api) {
        Map<String, JsonNode> cards = new TreeMap<>();
        for (JsonNode page : api.pages("/api/dashboard/commitments")) {
            page.path("items").forEach(card -> cards.put(card.path("id").asString(""), card));
        }
        return cards;
    }

    static long sequence(JsonNode card) {
        return card.path("sequence").asLong(0);
    }
}
