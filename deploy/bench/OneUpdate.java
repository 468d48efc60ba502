import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long one update takes to be seen: from the moment the POST is sent until it stands on its card, in the summary, on
 * an open stream, and as an alert. Run it by {@code deploy/bench/one-update} against a running {@code deploy/up}; times
 * are of this machine as it is at the moment.
 */
final class OneUpdate {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 20;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> stream = new LinkedBlockingQueue<>();
    private final String progress = "http://localhost:" + setting("WAYMARK_PROGRESS_PORT", "8080");
    private final String partner = "http://localhost:" + setting("WAYMARK_PARTNER_PORT", "8081");
    private final String notification = "http://localhost:" + setting("WAYMARK_NOTIFICATION_PORT", "8082");
    private final String credentials;

    private OneUpdate(Path data) throws Exception {
        credentials = Files.readString(data.resolve("credentials.json"));
    }

    public static void main(String[] arguments) throws Exception {
        new OneUpdate(Path.of(setting("WAYMARK_DATA", ".waymark"))).run();
    }

    private void run() throws Exception {
        String reporter = token("ilo");
        String chair = token("iom");
        Thread.ofVirtual().start(this::listen);
        if (stream.poll(5, TimeUnit.SECONDS) == null) {
            throw new IllegalStateException("the live stream does not open");
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            Map<String, Double> measured = round(reporter, chair);
            if (round >= WARM_UP) {
                measured.forEach((what, time) -> times.computeIfAbsent(what, key -> new ArrayList<>()).add(time));
            }
        }
        System.out.printf("%-12s %10s %10s %10s   (ms from sending the POST; %d rounds after %d to warm up)%n",
                "seen", "median", "90%", "max", ROUNDS, WARM_UP);
        times.forEach((what, all) -> {
            double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf("%-12s %10.1f %10.1f %10.1f%n", what, sorted[sorted.length / 2],
                    sorted[(int) (sorted.length * 0.9)], sorted[sorted.length - 1]);
        });
        System.exit(0); // the stream is still open
    }

    private Map<String, Double> round(String reporter, String chair) throws Exception {
        String commitment = post(progress + "/api/commitments", reporter, """
                {"title": "Measured by one-update", "level": "global", "start": "2026-01-01", "end": "2099-12-31",
                 "milestones": [{"title": "Measured", "due": "2099-06-30"}]}
                """);
        String id = field(commitment, "id");
        String milestone = field(commitment.substring(commitment.indexOf("\"milestones\"")), "id");
        await(() -> get(progress + "/api/dashboard/commitments/" + id, null).contains("\"sequence\":1"));
        long updates = updates();
        stream.clear();

        long sent = System.nanoTime();
        CompletableFuture<Double> card = seen(sent, () -> get(progress + "/api/dashboard/commitments/" + id, null)
                .contains("\"sequence\":2"));
        CompletableFuture<Double> summary = seen(sent, () -> updates() > updates);
        CompletableFuture<Double> live = CompletableFuture.supplyAsync(() -> heard(id, sent));
        CompletableFuture<Double> alert =
                seen(sent, () -> get(notification + "/api/alerts?commitment=" + id, chair).contains("milestone-reached"));
        post(progress + "/api/commitments/" + id + "/updates", reporter, """
                {"assessment": "on-track", "milestones": [{"id": "%s", "status": "reached", "on": "%s"}]}
                """.formatted(milestone, LocalDate.now(ZoneOffset.UTC)));
        double answered = since(sent);
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("201", answered);
        times.put("card", card.get());
        times.put("summary", summary.get());
        times.put("stream", live.get());
        times.put("alert", alert.get());
        return times;
    }

    private double heard(String id, long sent) {
        try {
            for (String line = stream.poll(10, TimeUnit.SECONDS); line != null; line = stream.poll(10, TimeUnit.SECONDS)) {
                if (line.contains(id) && line.contains("\"sequence\":2")) {
                    return since(sent);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("not on the stream within 10 s");
    }

    private CompletableFuture<Double> seen(long sent, BooleanSupplier there) {
        return CompletableFuture.supplyAsync(() -> {
            await(there);
            return since(sent);
        });
    }

    private static void await(BooleanSupplier there) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not seen within 10 s");
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void listen() {
        try {
            http.send(HttpRequest.newBuilder(URI.create(progress + "/api/dashboard/stream")).build(), BodyHandlers.ofLines())
                    .body()
                    .forEach(stream::add);
        } catch (Exception e) {
            stream.add("closed: " + e);
        }
    }

    private long updates() {
        Matcher found = Pattern.compile("\"updates\":(\\d+)").matcher(get(progress + "/api/dashboard/summary", null));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private String token(String name) throws Exception {
        String mine = credentials.substring(credentials.indexOf("\"" + name + "\""));
        String basic = Base64.getEncoder()
                .encodeToString((field(mine, "clientId") + ":" + field(mine, "clientSecret")).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(partner + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return field(http.send(request, BodyHandlers.ofString()).body(), "access_token");
    }

    private String post(String url, String token, String json) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(url + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private String get(String url, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return found.group(1);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
