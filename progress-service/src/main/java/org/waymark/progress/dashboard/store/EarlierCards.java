package org.waymark.progress.dashboard.store;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cards as the first version kept them, brought into today's form with the same facts, so that totals made from them
 * still come out even. It kept no regions, workstreams or reviews, and no slips. Nor did it count by SDG target, and rows of
 * updates begin with what is reported since: to have these of all that was ever recorded, the collections whose names begin
 * with {@code dashboard} are dropped while the service is down, and made again from the topic.
 */
final class EarlierCards {

    private static final List<String> PROMISE = List.of("title", "lead", "supporting", "start", "end");
    private static final List<String> REACH = List.of("level", "countries", "sdgTargets");

    private EarlierCards() {}

    /** Changes the card it is given. */
    static ObjectNode upgraded(ObjectNode card) {
        ObjectNode promise = moved(card, PROMISE, card.putObject("promise"));
        moved(card, List.of("group"), promise.putObject("place"));
        moved(card, REACH, promise.putObject("reach")).putArray("regions");
        JsonNode submittedOn = card.path("submittedOn");
        card.path("milestones").forEach(one -> milestone((ObjectNode) one, submittedOn));
        updates(card);
        return card;
    }

    private static void milestone(ObjectNode one, JsonNode submittedOn) {
        JsonNode due = one.remove("due");
        one.putObject("schedule")
                .put("slips", 0)
                .put("slippedDays", 0)
                .set("original", due)
                .set("due", due)
                .set("since", submittedOn);
        one.put("state", one.has("on") ? "REACHED" : "PLANNED").set("addedOn", submittedOn);
        ArrayNode overdue = one.putArray("overdue");
        JsonNode from = one.remove("overdueOn");
        if (from != null) {
            overdue.addObject().set("from", later(from, submittedOn));
        }
    }

    /** Days in ISO form sort as text. */
    private static JsonNode later(JsonNode day, JsonNode than) {
        return day.asString().compareTo(than.asString()) > 0 ? day : than;
    }

    private static void updates(ObjectNode card) {
        JsonNode published = card.remove("updates");
        JsonNode last = card.remove("lastUpdate");
        ObjectNode updates = card.putObject("updates").put("returned", 0).put("verified", 0);
        updates.set("published", published);
        if (last instanceof ObjectNode said) {
            updates.set("last", said.put("revision", 1));
        }
    }

    private static ObjectNode moved(ObjectNode from, List<String> fields, ObjectNode to) {
        for (String field : fields) {
            JsonNode value = from.remove(field);
            if (value != null) {
                to.set(field, value);
            }
        }
        return to;
    }
}
