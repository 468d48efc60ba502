package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.platform.Uuids;
import org.waymark.progress.evidence.EvidenceFiles;
import org.waymark.testing.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of evidence through the running service, in and out of the store. */
class EvidenceIT extends ServiceIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LARGEST = 25 * 1024 * 1024;

    @Autowired
    EvidenceFiles files;

    @Test
    void gives_back_to_its_owner_what_was_uploaded() {
        byte[] pdf = aPdf(700_000);

        Uploaded answer = upload(ilo, "/api/evidence?name=report.pdf", pdf, Map.of("Content-Type", "application/pdf"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.location()).isEqualTo("/api/evidence/" + answer.id());
        assertThat(answer.text("/name")).isEqualTo("report.pdf");
        assertThat(answer.text("/type")).isEqualTo("application/pdf");
        assertThat(answer.body().at("/size").asLong()).isEqualTo(pdf.length);
        assertThat(answer.text("/sha256")).isEqualTo(sha256(pdf));
        assertThat(answer.text("/visibility")).isEqualTo("public");
        assertThat(download(ilo, answer.id()).body()).isEqualTo(pdf);
    }

    @Test
    void sends_a_file_so_that_no_browser_shows_it_as_a_page() {
        Uploaded file = upload(
                ilo,
                "/api/evidence",
                text("año,n\nSLV,1\n"),
                Map.of("Content-Disposition", "attachment; filename*=UTF-8''a%C3%B1o%20%E2%82%AC.csv"));

        HttpResponse<byte[]> answer = download(ilo, file.id());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''a%C3%B1o%20%E2%82%AC.csv");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "ETag")).isEqualTo("\"" + file.text("/sha256") + "\"");
        assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void answers_the_head_a_range_and_what_the_reader_has() {
        byte[] pdf = aPdf(600_000);
        String path = "/api/evidence/"
                + upload(ilo, "/api/evidence?name=a.pdf", pdf, Map.of()).id();

        HttpResponse<byte[]> head = send(ilo.request(path).HEAD());
        HttpResponse<byte[]> part = send(ilo.request(path).header("Range", "bytes=300000-599999"));
        HttpResponse<byte[]> same = send(ilo.request(path)
                .header("If-None-Match", head.headers().firstValue("ETag").orElseThrow()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("600000");
        assertThat(header(head, "Content-Disposition")).isEqualTo("attachment; filename=\"a.pdf\"");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(pdf, 300_000, 600_000));
        assertThat(header(part, "Content-Disposition")).startsWith("attachment");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
    }

    @Test
    void takes_25_megabytes_and_not_a_byte_more() {
        byte[] most = aPdf(LARGEST);
        byte[] more = Arrays.copyOf(most, LARGEST + 1);

        Uploaded taken = upload(ilo, "/api/evidence?name=film.pdf", most, Map.of());
        Stored before = stored();
        Uploaded declared = upload(ilo, "/api/evidence?name=film.pdf", more, Map.of());
        Uploaded undeclared = send(
                ilo,
                "/api/evidence?name=film.pdf",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more)),
                Map.of());

        assertThat(taken.status()).isEqualTo(201);
        assertThat(download(ilo, taken.id()).body()).isEqualTo(most);
        assertThat(declared.status()).isEqualTo(413);
        assertThat(undeclared.status()).isEqualTo(413);
        assertThat(undeclared.text("/type")).isEqualTo("urn:waymark:problem:body-too-large");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void refuses_what_is_not_taken_and_keeps_nothing_of_it() {
        Stored before = stored();

        Uploaded page = upload(ilo, "/api/evidence?name=report.pdf", text("<html><script>1</script>"), Map.of());
        Uploaded late = upload(ilo, "/api/evidence?name=log.txt", text("x".repeat(900_000) + "\0"), Map.of());
        Uploaded program = upload(ilo, "/api/evidence?name=report.exe", aPdf(300_000), Map.of());
        Uploaded claim = upload(ilo, "/api/evidence?name=a.pdf", aPdf(300_000), Map.of("Content-Type", "image/png"));
        Uploaded empty = upload(ilo, "/api/evidence?name=a.txt", new byte[0], Map.of());

        assertThat(page.status()).isEqualTo(415);
        assertThat(page.text("/type")).isEqualTo("urn:waymark:problem:file-type");
        assertThat(late.status()).isEqualTo(415);
        assertThat(program.status()).isEqualTo(400);
        assertThat(program.text("/fields/0/field")).isEqualTo("name");
        assertThat(claim.status()).isEqualTo(400);
        assertThat(claim.text("/fields/0/field")).isEqualTo("Content-Type");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no name                | /api/evidence                              | application/pdf                   | 400",
                "a folder in the name   | /api/evidence?name=..%2Fa.pdf              | application/pdf                   | 400",
                "an unknown visibility  | /api/evidence?name=a.pdf&visibility=secret | application/pdf                   | 400",
                "a form                 | /api/evidence?name=a.pdf                   | application/x-www-form-urlencoded | 415",
                "a form in parts        | /api/evidence?name=a.pdf                   | multipart/form-data; boundary=x   | 415"
            })
    void refuses_a_request_that_does_not_say_enough(String what, String path, String type, int status) {
        Stored before = stored();

        Uploaded answer = upload(ilo, path, aPdf(1000), Map.of("Content-Type", type));

        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(answer.text("/type")).startsWith("urn:waymark:problem:");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void stores_the_same_upload_once() {
        Map<String, String> sameKey = withKey();
        byte[] pdf = aPdf(600_000);
        Uploaded first = upload(ilo, "/api/evidence?name=a.pdf", pdf, sameKey);
        Stored before = stored();

        Uploaded again = upload(ilo, "/api/evidence?name=a.pdf", pdf, sameKey);
        Uploaded other = upload(ilo, "/api/evidence?name=a.pdf", aPdf(500_000), sameKey);
        Uploaded renamed = upload(ilo, "/api/evidence?name=b.pdf", pdf, sameKey);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/type")).isEqualTo("urn:waymark:problem:key-reused");
        assertThat(renamed.status()).isEqualTo(422);
        assertThat(stored()).isEqualTo(before);
        assertThat(download(ilo, first.id()).body()).isEqualTo(pdf);
        assertThat(upload(unicef, "/api/evidence?name=a.pdf", pdf, sameKey).id())
                .isNotEqualTo(first.id());
    }

    @Test
    void lets_only_partners_that_take_part_upload() {
        String gone = key();
        database.getCollection("directory")
                .insertOne(new Document("_id", gone)
                        .append("view", new Document("name", "Gone").append("status", "suspended")));
        Api suspended = new Api(ilo.base(), TestTokens.token("gone", gone, "partner"));
        Api observer = new Api(ilo.base(), TestTokens.token("watcher", ILO, "observer"));

        assertThat(upload(anybody, "/api/evidence?name=a.pdf", aPdf(100), Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(upload(secretariat, "/api/evidence?name=a.pdf", aPdf(100), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(upload(observer, "/api/evidence?name=a.pdf", aPdf(100), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(upload(suspended, "/api/evidence?name=a.pdf", aPdf(100), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void shows_a_public_file_to_everybody_once_an_update_names_it() {
        String file =
                upload(ilo, "/api/evidence?name=a.pdf", aPdf(100), Map.of()).id();
        Naming naming = new Naming(aCommitment().text("/id"), key());

        assertThat(seenBy(file, anybody, unicef, secretariat)).containsOnly(404);
        assertThat(seenBy(file, ilo)).containsOnly(200);
        assertThat(naming.claim(file)).isEmpty();
        assertThat(seenBy(file, anybody, unicef, secretariat)).containsOnly(404);
        naming.post();
        assertThat(seenBy(file, anybody, unicef, secretariat, ilo)).containsOnly(200);
    }

    @Test
    void shows_a_private_file_to_its_owner_and_those_who_review_it() {
        String file = upload(ilo, "/api/evidence?name=a.pdf&visibility=private", aPdf(100), Map.of())
                .id();
        Api stranger = new Api(ilo.base(), TestTokens.token("stranger", key(), "partner", "co-chair"));
        Naming naming = new Naming(aCommitmentInAGroup().text("/id"), key());
        naming.claim(file);

        assertThat(seenBy(file, anybody, stranger, unicef, secretariat)).containsOnly(404);
        naming.post();

        assertThat(seenBy(file, anybody, stranger)).containsOnly(404);
        assertThat(seenBy(file, ilo, unicef, secretariat)).containsOnly(200);
        assertThat(header(download(ilo, file), "Cache-Control")).contains("private");
        HttpResponse<byte[]> absent = download(stranger, key());
        assertThat(download(stranger, file).body())
                .isEqualTo(text(text(absent.body()).replace(absent.uri().getPath(), "/api/evidence/" + file)));
    }

    @Test
    void names_a_private_file_in_its_update_only_to_those_who_may_read_it() {
        String secret = upload(ilo, "/api/evidence?name=a.pdf&visibility=private", aPdf(100), Map.of())
                .id();
        String open =
                upload(ilo, "/api/evidence?name=b.pdf", aPdf(100), Map.of()).id();
        Api stranger = new Api(ilo.base(), TestTokens.token("stranger", key(), "partner", "co-chair"));
        String updates = "/api/commitments/" + aCommitmentInAGroup().text("/id") + "/updates";
        String both =
                "{\"evidence\": [{\"fileId\": \"%s\", \"title\": \"Names of witnesses\"}, {\"fileId\": \"%s\", \"title\": \"Open\"}]}"
                        .formatted(secret, open);
        String at = updates + "/" + ilo.post(updates, both, withKey()).text("/id");

        for (Api caller : List.of(anybody, stranger)) {
            assertThat(caller.get(at).body().toString() + caller.get(updates).body())
                    .doesNotContain(secret, "witnesses")
                    .contains(open, "\"privateEvidence\":1");
        }
        for (Api caller : List.of(ilo, unicef, secretariat)) {
            assertThat(caller.get(at).body().toString() + caller.get(updates).body())
                    .contains(secret, "Names of witnesses", open)
                    .doesNotContain("privateEvidence");
        }
    }

    @Test
    void lets_nobody_name_what_is_anothers() {
        String theirs =
                upload(unicef, "/api/evidence?name=a.pdf", aPdf(100), Map.of()).id();
        String absent = key();

        assertThat(files.claim(List.of(theirs, absent), ILO, "a commitment", "an update"))
                .containsExactlyInAnyOrder(theirs, absent);
    }

    @Test
    void sweeps_after_a_day_what_no_update_names() {
        byte[] pdf = aPdf(600_000);
        String unnamed = upload(ilo, "/api/evidence?name=a.pdf", pdf, Map.of()).id();
        String refused = upload(ilo, "/api/evidence?name=a.pdf", pdf, Map.of()).id();
        String named = upload(ilo, "/api/evidence?name=a.pdf", pdf, Map.of()).id();
        String commitment = aCommitment().text("/id");
        new Naming(commitment, key()).claim(refused);
        Naming naming = new Naming(commitment, key());
        naming.claim(named);
        naming.post();
        List<String> gone = List.of(content(unnamed), content(refused));

        clock.advance(Duration.ofHours(25));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(isThere(unnamed)).isFalse();
            assertThat(isThere(refused)).isFalse();
            assertThat(bytesOf(gone)).isZero();
            assertThat(entry(named)).doesNotContainKey("unsettledSince");
        });
        assertThat(download(anybody, named).body()).isEqualTo(pdf);
    }

    @Test
    void stays_unseen_where_only_a_refused_resubmission_named_it() {
        String file =
                upload(ilo, "/api/evidence?name=a.pdf", aPdf(100), Map.of()).id();
        String commitment = "/api/commitments/" + aCommitmentInAGroup().text("/id");
        String update = commitment + "/updates/"
                + ilo.post(commitment + "/updates", "{\"narrative\": \"Trust us.\"}", withKey())
                        .text("/id");
        Map<String, String> any = Map.of("If-Match", "*");
        unicef.post(update + "/return", "{\"reason\": \"Which list?\"}", any);

        assertThat(ilo.post(update + "/resubmission", naming(file), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(seenBy(file, anybody, unicef)).containsOnly(404);

        assertThat(ilo.post(update + "/resubmission", naming(file), any).status())
                .isEqualTo(200);
        assertThat(seenBy(file, anybody, unicef)).containsOnly(200);
    }

    @Test
    void leaves_alone_what_was_claimed_within_the_day() {
        String early =
                upload(ilo, "/api/evidence?name=a.pdf", aPdf(100), Map.of()).id();
        String marker =
                upload(ilo, "/api/evidence?name=a.pdf", aPdf(100), Map.of()).id();
        Naming naming = new Naming(aCommitment().text("/id"), key());
        clock.advance(Duration.ofHours(20));
        naming.claim(early);
        clock.advance(Duration.ofHours(20));
        await().atMost(Duration.ofSeconds(20)).until(() -> !isThere(marker));

        naming.post();

        assertThat(seenBy(early, anybody)).containsOnly(200);
    }

    @Test
    void sweeps_bytes_that_a_dead_process_left_and_no_others() {
        String kept =
                upload(ilo, "/api/evidence?name=a.pdf", aPdf(100), Map.of()).id();
        Naming naming = new Naming(aCommitment().text("/id"), key());
        naming.claim(kept);
        naming.post();
        String left = key();
        note(left, key());
        note(content(kept), kept);
        database.getCollection("evidence.chunks")
                .insertOne(new Document("files_id", left).append("n", 0).append("data", new Binary(new byte[9])));

        clock.advance(Duration.ofHours(25));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(bytesOf(List.of(left))).isZero();
            assertThat(database.getCollection("evidence_leftovers")
                            .countDocuments(new Document("_id", new Document("$in", List.of(left, content(kept))))))
                    .isZero();
        });
        assertThat(download(anybody, kept).body()).isEqualTo(aPdf(100));
    }

    @Test
    void keeps_nothing_of_an_upload_that_breaks_off() throws IOException {
        Stored before = stored();
        byte[] half = aPdf(600_000);

        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(text("""
                    POST /api/evidence?name=a.pdf HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Length: 1200000

                    """.formatted(ilo.token()).replace("\n", "\r\n")));
            socket.getOutputStream().write(half);
            await().atMost(Duration.ofSeconds(20)).until(() -> stored().chunks() > before.chunks());
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stored()).isEqualTo(before));
    }

    @Test
    void refuses_an_upload_that_takes_longer_than_the_sweep_would_wait() {
        Stored before = stored();

        Uploaded late = send(
                ilo,
                "/api/evidence?name=a.pdf",
                BodyPublishers.ofInputStream(() -> new Waiting(aPdf(600_000))),
                Map.of());

        assertThat(late.status()).isEqualTo(408);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void is_described_with_the_rest_of_the_api() {
        JsonNode paths = anybody.get("/v3/api-docs").body().at("/paths");

        assertThat(paths.has("/api/evidence")).isTrue();
        assertThat(paths.has("/api/evidence/{id}")).isTrue();
    }

    /** Lets two hours go by once the store has the first chunks of it. */
    private final class Waiting extends InputStream {
        private final ByteArrayInputStream bytes;
        private final long chunks = stored().chunks();

        Waiting(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int read = bytes.read(target, offset, length);
            if (read < 0) {
                await().atMost(Duration.ofSeconds(20)).until(() -> stored().chunks() > chunks);
                clock.advance(Duration.ofHours(2));
            }
            return read;
        }
    }

    /** An update that names files, claimed for it as the command side does before it stores. */
    private static String naming(String file) {
        return """
                {"narrative": "See for yourselves.", "evidence": [{"fileId": "%s", "title": "The list"}]}
                """.formatted(file);
    }

    private final class Naming {
        private final String commitment;
        private final String key;
        private String claimed = "";

        Naming(String commitment, String key) {
            this.commitment = commitment;
            this.key = key;
        }

        private String update() {
            return Uuids.of(ILO, "updates/" + commitment, key).toString();
        }

        Set<String> claim(String file) {
            claimed = file;
            return files.claim(List.of(file), ILO, commitment, update());
        }

        void post() {
            Api.Answer answer = ilo.post(
                    "/api/commitments/" + commitment + "/updates", naming(claimed), Map.of("Idempotency-Key", key));
            assertThat(answer.text("/id")).isEqualTo(update());
        }
    }

    record Uploaded(int status, String location, JsonNode body) {
        String text(String pointer) {
            return body.at(pointer).asString();
        }

        String id() {
            return text("/id");
        }
    }

    /** How much there is of everything. */
    record Stored(long files, long contents, long chunks, long leftovers) {}

    private Stored stored() {
        return new Stored(
                count("evidence"), count("evidence.files"), count("evidence.chunks"), count("evidence_leftovers"));
    }

    private long count(String collection) {
        return database.getCollection(collection).countDocuments();
    }

    private Document entry(String file) {
        return Objects.requireNonNull(database.getCollection("evidence")
                .find(new Document("_id", file))
                .first());
    }

    private String content(String file) {
        return entry(file).getString("content");
    }

    private long bytesOf(List<String> contents) {
        Document query = new Document("files_id", new Document("$in", contents));
        return database.getCollection("evidence.chunks").countDocuments(query)
                + database.getCollection("evidence.files")
                        .countDocuments(new Document("_id", new Document("$in", contents)));
    }

    private void note(String content, String file) {
        database.getCollection("evidence_leftovers")
                .insertOne(
                        new Document("_id", content).append("file", file).append("since", Date.from(clock.instant())));
    }

    /** Asks for the head alone: a download would be cut where the sweep comes in its middle. */
    private boolean isThere(String file) {
        return send(ilo.request("/api/evidence/" + file).HEAD()).statusCode() == 200;
    }

    private static List<Integer> seenBy(String file, Api... callers) {
        return Arrays.stream(callers)
                .map(caller -> download(caller, file).statusCode())
                .toList();
    }

    private static HttpResponse<byte[]> download(Api caller, String file) {
        return send(caller.request("/api/evidence/" + file));
    }

    private static Uploaded upload(Api caller, String path, byte[] file, Map<String, String> headers) {
        return send(caller, path, BodyPublishers.ofByteArray(file), headers);
    }

    private static Uploaded send(Api caller, String path, BodyPublisher file, Map<String, String> headers) {
        HttpRequest.Builder request = caller.request(path).POST(file);
        headers.forEach(request::header);
        HttpResponse<byte[]> answer = send(request);
        return new Uploaded(answer.statusCode(), header(answer, "Location"), JSON.readTree(answer.body()));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return Api.now(() -> CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] aPdf(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        byte[] start = text("%PDF-1.7\n");
        System.arraycopy(start, 0, bytes, 0, start.length);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
