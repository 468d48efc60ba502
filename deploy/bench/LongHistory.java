import ch.qos.logback.classic.Level;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.slf4j.LoggerFactory;

/**
 * Whether a commitment stays as quick and as small as it was, however often it is reported on: its document's size on the
 * way to many updates, and then updates of it and first updates of new commitments in turn (A B B A), so that whatever
 * else the machine does falls on both alike. Run it by {@code deploy/bench/long-history} against a running {@code
 * deploy/up}.
 */
final class LongHistory {

    private static final int AT_ONCE = 16;
    private static final int PAIRS = 200;
    private static final String UPDATE = """
            {"narrative": "%s", "assessment": "on-track",
             "actuals": [{"indicatorId": "%s", "periodId": "%s", "value": %d}],
             "evidence": [{"url": "https://example.org/minutes", "title": "Minutes of the meeting"}]}
            """;
    private static final String WORDS = "Two recruiters signed, a third asked for time. ".repeat(8);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String progress = "http://localhost:" + setting("WAYMARK_PROGRESS_PORT", "8080");
    private final String partner = "http://localhost:" + setting("WAYMARK_PARTNER_PORT", "8081");
    private final String credentials;
    private volatile String token = "";
    private volatile long tokenUntil;

    private LongHistory(Path data) throws Exception {
        credentials = Files.readString(data.resolve("credentials.json"));
    }

    /** A commitment to report on. */
    private record Subject(String id, String indicator, String period) {}

    public static void main(String[] arguments) throws Exception {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN); // the driver says a lot
        int updates = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        new LongHistory(Path.of(setting("WAYMARK_DATA", ".waymark"))).run(updates);
    }

    private void run(int updates) throws Exception {
        try (MongoClient store = MongoClients.create("mongodb://localhost:" + setting("WAYMARK_MONGO_PORT", "27017"))) {
            MongoCollection<Document> commitments =
                    store.getDatabase("progress-service").getCollection("commitments");
            Subject subject = commitment();
            System.out.printf("%10s %22s%n", "updates", "document (bytes)");
            System.out.printf("%10d %22d%n", 0, size(commitments, subject));
            int posted = 0;
            for (int mark : List.of(updates / 100, updates / 10, updates)) {
                post(subject, mark - posted);
                posted = mark;
                System.out.printf("%10d %22d%n", posted, settled(commitments, subject));
            }
            compare(subject, updates);
        }
    }

    private void compare(Subject subject, int updates) throws Exception {
        List<Double> late = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            Subject fresh = commitment();
            if (pair % 2 == 0) {
                late.add(timed(subject));
                first.add(timed(fresh));
            } else {
                first.add(timed(fresh));
                late.add(timed(subject));
            }
        }
        double beside = median(late) / median(first);
        System.out.printf("%nan update after %,d others costs %.2f times the first of a new commitment%n", updates, beside);
        System.out.printf("(median of %d each, in turn: %.1f and %.1f ms)%n", PAIRS, median(late), median(first));
    }

    private double timed(Subject subject) throws Exception {
        long sent = System.nanoTime();
        update(subject);
        return (System.nanoTime() - sent) / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private void post(Subject subject, int updates) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < updates; i++) {
                sent.add(threads.submit(() -> {
                    update(subject);
                    return null;
                }));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }

    /** Once nothing waits to be published any more. */
    private static int settled(MongoCollection<Document> commitments, Subject subject) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Document found = commitments.find(new Document("_id", subject.id())).first();
            if (found != null && found.getList("outbox", Document.class).isEmpty()) {
                break;
            }
            Thread.sleep(100);
        }
        return size(commitments, subject);
    }

    private static int size(MongoCollection<Document> commitments, Subject subject) {
        Document found = commitments.find(new Document("_id", subject.id())).first();
        return new RawBsonDocument(found, new DocumentCodec()).getByteBuffer().remaining();
    }

    private Subject commitment() throws Exception {
        String answer = post("/api/commitments", """
                {"title": "Measured by long-history", "level": "global", "start": "2026-01-01", "end": "2099-12-31",
                 "milestones": [{"title": "Measured", "due": "2099-06-30"}],
                 "indicators": [{"title": "Measured", "measure": "unit",
                                 "periods": [{"start": "2026-01-01", "end": "2099-12-31", "target": 100000}]}]}
                """);
        String indicators = answer.substring(answer.indexOf("\"indicators\""));
        return new Subject(
                field(answer, "id"),
                field(indicators, "id"),
                field(indicators.substring(indicators.indexOf("\"periods\"")), "id"));
    }

    private void update(Subject subject) throws Exception {
        post(
                "/api/commitments/" + subject.id() + "/updates",
                UPDATE.formatted(WORDS, subject.indicator(), subject.period(), System.nanoTime() % 1_000));
    }

    /** Asked to wait, it waits: a commitment whose outbox is full says when to come again. */
    private String post(String path, String body) throws Exception {
        String key = UUID.randomUUID().toString();
        for (int attempt = 0; ; attempt++) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(progress + path))
                            .header("Authorization", "Bearer " + token())
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                return answer.body();
            }
            if (answer.statusCode() != 503 || attempt == 60) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            Thread.sleep(1_000);
        }
    }

    private synchronized String token() throws Exception {
        if (System.nanoTime() < tokenUntil) {
            return token;
        }
        Matcher found = Pattern.compile("\"ilo\"[^{]*\\{[^}]*\"clientId\"[^\"]*\"([^\"]+)\"[^}]*\"clientSecret\"[^\"]*\"([^\"]+)\"")
                .matcher(credentials);
        if (!found.find()) {
            throw new IllegalStateException("no credentials of ilo: start deploy/up with the same WAYMARK_DATA first");
        }
        String basic = Base64.getEncoder()
                .encodeToString((found.group(1) + ":" + found.group(2)).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(partner + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        token = field(answer.body(), "access_token");
        tokenUntil = System.nanoTime() + 120_000_000_000L;
        return token;
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return found.group(1);
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
