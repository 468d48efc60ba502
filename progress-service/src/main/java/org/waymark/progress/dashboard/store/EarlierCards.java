package org.waymark.progress.dashboard.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cards as earlier versions kept them, brought into today's form with what they knew, so that they can be shown while the
 * read model is made again from the topic. The first kept no regions, workstreams or reviews, and no slips; the second not
 * which days a value holds from, with what evidence a milestone was claimed, or who reported.
 */
final class EarlierCards {

    private static final List<String> PROMISE = List.of("title", "lead", "supporting", "start", "end");
    private static final List<String> REACH = List.of("level", "countries", "sdgTargets");

    private EarlierCards() {}

    /** Changes the card it is given. */
    static ObjectNode upgraded(ObjectNode card, int shape) {
        return third(shape == 1 ? second(card) : card);
    }

    private static ObjectNode third(ObjectNode card) {
        JsonNode submittedOn = card.path("submittedOn");
        card.path("milestones").forEach(one -> ((ObjectNode) one).put("evidenced", false));
        for (JsonNode indicator : card.path("indicators")) {
            ((ObjectNode) indicator).set("addedOn", submittedOn);
            for (JsonNode period : indicator.path("periods")) {
                ObjectNode one = (ObjectNode) period;
                one.set("addedOn", submittedOn);
                series(one, "said", one.remove("actual"), submittedOn);
                series(one, "verified", one.remove("verified"), submittedOn);
            }
        }
        ObjectNode updates = (ObjectNode) card.path("updates");
        JsonNode published = updates.remove("published");
        ObjectNode byOrganization = updates.putObject("published");
        if (published != null && published.asLong() > 0) {
            String author = updates.path("last").path("organization").asString("");
            byOrganization.set(author, published);
        }
        return card;
    }

    private static void series(ObjectNode period, String name, @Nullable JsonNode value, JsonNode from) {
        ArrayNode values = period.putObject(name).putArray("values");
        if (value != null && !value.isNull()) {
            values.addObject().set("from", from).set("value", value);
        }
    }

    private static ObjectNode second(ObjectNode card) {
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
