package org.waymark.progress.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.waymark.progress.evidence.NamingUpdates.State;
import org.waymark.testing.TestServers;

/** What the sweep leaves alone when others act in the middle of it; against the store, with updates made up. */
class EvidenceSweepTest {

    private static final String URI = TestServers.mongoUri("evidence-sweep");
    private static final MongoClient CLIENT = MongoClients.create(URI);
    private static final String ORGANIZATION = "an organization";

    private final MongoDatabase database =
            CLIENT.getDatabase(Objects.requireNonNull(new ConnectionString(URI).getDatabase()));
    private final Map<String, State> updates = new HashMap<>();
    private final Queue<Runnable> meanwhile = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Entries entries = new Entries(database);
    private final Contents contents = new Contents(database);
    private final Claiming claims = new Claiming(entries, this::stateOf, clock);

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Test
    void keeps_the_file_of_a_draft_until_that_is_given_up() {
        String file = upload();
        claims.claim(List.of(file), ORGANIZATION, "commitment", "draft");
        updates.put("draft", State.DRAFT);

        sweepAfter(Duration.ofHours(25));
        sweepAfter(Duration.ofHours(25));

        assertThat(stands(file)).isTrue();
        updates.remove("draft");
        sweepAfter(Duration.ofHours(25));
        assertThat(stands(file)).isFalse();
    }

    @Test
    void leaves_a_file_that_is_claimed_while_it_is_looked_into() {
        String file = upload();
        claims.claim(List.of(file), ORGANIZATION, "commitment", "refused");
        meanwhile.add(() -> claims.claim(List.of(file), ORGANIZATION, "commitment", "late"));

        sweepAfter(Duration.ofHours(25));

        assertThat(stands(file)).isTrue();
        updates.put("late", State.PUBLISHED);
        sweepAfter(Duration.ofHours(25));
        sweepAfter(Duration.ofHours(25));
        assertThat(stands(file)).isTrue();
        assertThat(entries.find(file).orElseThrow().claims()).isEmpty();
        assertThat(entries.find(file).orElseThrow().published()).containsExactly("commitment");
    }

    @Test
    void keeps_a_claim_that_comes_while_another_turns_out_to_stand() {
        String file = upload();
        claims.claim(List.of(file), ORGANIZATION, "one commitment", "published");
        updates.put("published", State.PUBLISHED);
        meanwhile.add(() -> claims.claim(List.of(file), ORGANIZATION, "another commitment", "late"));

        sweepAfter(Duration.ofHours(25));

        assertThat(entries.find(file).orElseThrow().claims())
                .containsExactly(new Entry.Claim("another commitment", "late"));
    }

    @Test
    void does_no_harm_with_two_instances_at_once() {
        String file = upload();
        claims.claim(List.of(file), ORGANIZATION, "commitment", "refused");
        meanwhile.add(() -> sweepAfter(Duration.ZERO));

        sweepAfter(Duration.ofHours(25));
        sweepAfter(Duration.ofHours(25));

        assertThat(stands(file)).isFalse();
        assertThat(database.getCollection("evidence.chunks").countDocuments(new Document("files_id", file + "-bytes")))
                .isZero();
        assertThat(database.getCollection("evidence_leftovers").countDocuments(new Document("file", file)))
                .isZero();
    }

    @Test
    void says_when_too_many_updates_name_one_file() {
        String file = upload();
        for (int i = 0; i < 500; i++) {
            claims.claim(List.of(file), ORGANIZATION, "commitment", "update " + i);
        }

        assertThat(catchThrowable(() -> claims.claim(List.of(file), ORGANIZATION, "commitment", "one more")))
                .hasMessageContaining("upload it once more");
    }

    @Test
    void a_read_looks_into_the_newest_claims_alone() {
        String file = upload();
        for (int i = 1; i <= 30; i++) {
            claims.claim(List.of(file), ORGANIZATION, "commitment " + i, "update " + i);
            updates.put("update " + i, State.PUBLISHED);
        }

        Entry read = claims.lookedIntoForARead(entries.find(file).orElseThrow());

        assertThat(read.published()).hasSize(20).contains("commitment 11", "commitment 30");
        assertThat(claims.lookedInto(read).published()).hasSize(30);
    }

    /** As the commitments would answer; something may happen just before they do. */
    private State stateOf(String commitment, String update, String file) {
        Runnable first = meanwhile.poll();
        if (first != null) {
            first.run();
        }
        return updates.getOrDefault(update, State.ABSENT);
    }

    private void sweepAfter(Duration pause) {
        now = now.plus(pause);
        new EvidenceSweep(entries, contents, claims, clock).sweep();
    }

    private String upload() {
        String id = UUID.randomUUID().toString();
        try (OutputStream out = contents.write(id + "-bytes", "a.txt")) {
            out.write(new byte[300_000]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        EvidenceFile file = new EvidenceFile(id, ORGANIZATION, "a.txt", "text/plain", 300_000, "00", Visibility.PUBLIC);
        assertThat(entries.add(Entry.uploaded(file, id + "-bytes", clock.instant())))
                .isTrue();
        return id;
    }

    /** With all its bytes. */
    private boolean stands(String file) {
        boolean bytes = contents.chunk(file + "-bytes", 0) != null && contents.chunk(file + "-bytes", 1) != null;
        boolean entry = entries.find(file).isPresent();
        assertThat(bytes).isEqualTo(entry);
        return entry;
    }
}
