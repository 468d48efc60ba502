package org.waymark.progress;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.platform.Uuids;
import org.waymark.progress.dashboard.store.Generations;
import org.waymark.progress.directory.Directory;
import org.waymark.testing.StoreRules;
import org.waymark.testing.TestServers;
import org.waymark.testing.TestTokens;

/**
 * The running service with a real broker, real HTTP and the store the run is given. All integration tests share this one
 * context; each works on commitments of its own.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=progress-service",
            "waymark.deadlines.every=200ms",
            "waymark.evidence.sweep=200ms",
            "waymark.body-limits.[/api/imports]=8MB"
        })
@ContextConfiguration(initializers = TestServers.Initializer.class)
@Import({StoreRules.Listening.class, ServiceIT.Wiring.class})
public abstract class ServiceIT {

    static final String ILO = Uuids.of("partners", "XM-DAC-41302").toString();
    static final String UNICEF = Uuids.of("partners", "XM-DAC-41122").toString();

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    @Autowired
    TestClock clock;

    @Autowired
    Directory directory;

    @Autowired
    Generations generations;

    Api anybody = new Api("", null);
    Api ilo = anybody;
    Api unicef = anybody;
    Api secretariat = anybody;

    @BeforeEach
    void callers() {
        String base = "http://localhost:" + port;
        clock.reset();
        anybody = new Api(base, null);
        ilo = new Api(base, TestTokens.token("ilo", ILO, "partner"));
        unicef = new Api(base, TestTokens.token("unicef", UNICEF, "partner", "co-chair"));
        secretariat = new Api(base, TestTokens.token("secretariat", null, "secretariat"));
    }

    @AfterAll
    static void everyWriteWasDurable() {
        StoreRules.assertHeld();
    }

    /** The collection of the cards that are served, and what the names of the others begin with. */
    String board() {
        return "dashboard_" + generations.serving().generation();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static Map<String, String> withKey() {
        return Map.of("Idempotency-Key", key());
    }

    /** A group of its own that UNICEF and the ILO co-chair, once the service has heard of it. */
    String aGroup() {
        String group = UUID.randomUUID().toString();
        TopicWriter.put(TopicWriter.event(
                "waymark.partners", group, 1, "org.waymark.action-group.created.v1", """
                {"name": "Fair recruitment", "default": false,
                 "coChairs": [{"partnerId": "%s", "from": "2026-01-01"}, {"partnerId": "%s", "from": "2026-01-01"}]}
                """.formatted(UNICEF, ILO)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> directory.chairedBy(UNICEF, clock.instant()).contains(group));
        return group;
    }

    /** A commitment of the ILO in a group that UNICEF co-chairs. */
    Api.Answer aCommitmentInAGroup() {
        String inGroup = COMMITMENT.replaceFirst("\\{", "{\"groupId\": \"" + aGroup() + "\",");
        Api.Answer answer = ilo.post("/api/commitments", inGroup, withKey());
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
        return answer;
    }

    /** A commitment of the ILO with two milestones and one indicator. */
    Api.Answer aCommitment() {
        Api.Answer answer = ilo.post("/api/commitments", COMMITMENT, withKey());
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
        return answer;
    }

    static final String COMMITMENT = """
            {"title": "Fair recruitment corridors", "description": "Two corridors.", "level": "country",
             "countries": ["SLV"], "sdgTargets": ["8.7"], "start": "2026-01-01", "end": "2027-12-31",
             "milestones": [{"title": "First corridor open", "due": "2099-06-30", "weight": 1},
                            {"title": "Second corridor open", "due": "2099-12-31", "weight": 3}],
             "indicators": [{"title": "Workers reached", "measure": "unit", "ascending": true,
                             "baseline": {"year": 2025, "value": 0},
                             "periods": [{"start": "2026-01-01", "end": "2026-12-31", "target": 100}]}]}
            """;

    public static final class TestClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        void reset() {
            ahead = Duration.ZERO;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            return this;
        }
    }

    @TestConfiguration
    static class Wiring {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
