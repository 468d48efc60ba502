package org.waymark.prove;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers as progress-service should, but for the lies it is told to tell. Lists have two items to a page. */
final class FakeBoard implements AutoCloseable {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PAGE = 2;

    private final HttpServer server;
    private final HandMade topic;
    private final LocalDate today;
    private final List<Lie> lies = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    private record Lie(Predicate<String> about, Consumer<ObjectNode> told) {}

    FakeBoard(HandMade topic, LocalDate today) throws IOException {
        this.topic = topic;
        this.today = today;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What is answered to questions that match is changed first. */
    void lies(Predicate<String> about, Consumer<ObjectNode> told) {
        lies.add(new Lie(about, told));
    }

    void hasNo(String path) {
        absent.add(path);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String question = exchange.getRequestURI().toString();
        if (absent.contains(path)) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        ObjectNode answer = switch (path) {
            case "/api/dashboard/summary" -> summary(query(exchange));
            case "/api/dashboard/activity" -> activity(query(exchange));
            case "/api/dashboard/commitments" -> page(cards(), query(exchange).get("cursor"), false);
            case "/api/feed" -> page(feed(), query(exchange).get("after"), true);
            default -> throw new IOException(path);
        };
        lies.stream()
                .filter(lie -> lie.about().test(question))
                .forEach(lie -> lie.told().accept(answer));
        byte[] body = Json.write(answer);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        for (String part : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            String[] words = part.split("=", 2);
            query.put(words[0], URLDecoder.decode(words[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private ObjectNode summary(Map<String, String> query) {
        Figures figures = figures(query);
        ObjectNode summary = JSON.objectNode();
        summary.put("asOf", query.get("asOf")).put("knownAt", query.get("knownAt"));
        List<String> measures = new ArrayList<>(Measures.ALL);
        Measures.STATUSES.forEach(status -> measures.add("byStatus." + status));
        Measures.HEALTHS.forEach(health -> measures.add("byHealth." + health));
        ObjectNode links = summary.putObject("links");
        for (String measure : measures) {
            put(summary, Measures.place(measure), figures.of(measure));
            links.put(measure, "/api/dashboard/activity?measure=" + measure + "&" + text(query));
        }
        for (String side : List.of("selfReported", "verified")) {
            long known = figures.of("progress." + side + ".known");
            ObjectNode progress = (ObjectNode) summary.path("progress").path(side);
            progress.put("unknown", figures.of("commitments") - known);
            if (known > 0) {
                progress.put("mean", Math.round(figures.of("progress." + side) / (double) known) / 10_000.0);
            }
        }
        return summary;
    }

    private static String text(Map<String, String> query) {
        StringBuilder text = new StringBuilder("asOf=" + query.get("asOf") + "&knownAt=" + query.get("knownAt"));
        query.forEach((name, value) ->
                text.append(List.of("asOf", "knownAt").contains(name) ? "" : new Scope(Map.of(name, value)).query()));
        return text.toString();
    }

    private static void put(ObjectNode tree, String pointer, long figure) {
        String[] names = pointer.substring(1).split("/", -1);
        ObjectNode at = tree;
        for (int i = 0; i < names.length - 1; i++) {
            at = at.withObject("/" + names[i]);
        }
        at.put(names[names.length - 1], figure);
    }

    /** A figure is made of a submission, and of two events more that take away and give one. */
    private ObjectNode activity(Map<String, String> query) {
        long figure = figures(query).of(query.getOrDefault("measure", ""));
        List<ObjectNode> items = new ArrayList<>();
        topic.histories().values().stream().filter(one -> has(query, one)).forEach(history -> {
            Announced event = history.events().getFirst();
            if (!event.day().isAfter(LocalDate.parse(query.getOrDefault("knownAt", "")))) {
                items.add(item(event).put("change", items.isEmpty() ? figure : 0));
                items.add(item(event).put("change", 1));
                items.add(item(event).put("change", -1));
            }
        });
        ObjectNode page = page(items, query.get("cursor"), false);
        return page.put("total", figure);
    }

    private static ObjectNode item(Announced event) {
        return JSON.objectNode()
                .put("commitmentId", event.commitment())
                .put("sequence", event.sequence())
                .put("type", event.type())
                .put("recordedAt", event.time().toString());
    }

    private List<ObjectNode> feed() {
        return topic.announced.stream().map(FakeBoard::item).toList();
    }

    private List<ObjectNode> cards() {
        return topic.histories().values().stream().map(this::card).toList();
    }

    private ObjectNode card(History history) {
        Known known = Known.of(history, LocalDate.MAX).orElseThrow();
        Figures figures = Count.of(known, today);
        ObjectNode card = JSON.objectNode()
                .put("id", history.commitment())
                .put("sequence", history.sequence())
                .put("title", history.events().getFirst().text("title"))
                .put("status", Count.status(history.events()));
        card.putObject("health").put("status", Count.health(history.events()));
        for (String measure : Measures.ALL) {
            if (measure.startsWith("milestones.") || measure.startsWith("updates")) {
                put(card, "/" + measure.replace('.', '/'), figures.of(measure));
            }
        }
        ObjectNode progress = card.putObject("progress");
        progress.put("selfReported", Progress.selfReported(known, today));
        progress.put("verified", Progress.verified(known, today));
        return card;
    }

    private Figures figures(Map<String, String> query) {
        Figures all = new Figures();
        topic.histories().values().stream()
                .filter(one -> has(query, one))
                .forEach(one -> Known.of(one, knownAt(query))
                        .ifPresent(known -> all.add(Count.of(known, LocalDate.parse(query.getOrDefault("asOf", ""))))));
        return all.known(topic.merges(), knownAt(query));
    }

    private boolean has(Map<String, String> query, History history) {
        return topic.merges().has(scope(query), history, knownAt(query));
    }

    private static LocalDate knownAt(Map<String, String> query) {
        return LocalDate.parse(query.getOrDefault("knownAt", ""));
    }

    private static Scope scope(Map<String, String> query) {
        Map<String, String> filters = new HashMap<>(query);
        List.of("asOf", "knownAt", "limit", "cursor", "measure").forEach(filters::remove);
        return new Scope(filters);
    }

    /** @param endless whether there is a cursor even at the end, as of a feed */
    private static ObjectNode page(List<ObjectNode> all, @Nullable String cursor, boolean endless) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + PAGE);
        ObjectNode page = JSON.objectNode();
        all.subList(from, to).forEach(page.putArray("items")::add);
        return to < all.size() || endless ? page.put("next", String.valueOf(to)) : page.set("next", JSON.nullNode());
    }

    static ObjectNode item(ObjectNode page, int index) {
        return (ObjectNode) page.path("items").path(index);
    }

    static ObjectNode at(ObjectNode tree, String name) {
        JsonNode found = tree.path(name);
        return (ObjectNode) found;
    }
}
