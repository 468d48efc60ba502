package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.domain.CommitmentId;

/** What time alone does to a commitment, with a clock that is put forward. */
class TimeIT extends ServiceIT {

    private static final ZoneId HOME = ZoneId.of("America/El_Salvador");

    @Autowired
    Commitments commitments;

    @Test
    void is_recorded_once_each_in_the_commitments_own_time_zone() {
        LocalDate today = clock.instant().atZone(HOME).toLocalDate();
        String at = "/api/commitments/"
                + ilo.post("/api/commitments", """
                                {"title": "Soon due", "level": "global", "start": "2026-01-01", "end": "2099-12-31",
                                 "timeZone": "America/El_Salvador", "milestones": [{"title": "Signed", "due": "%s"}]}
                                """.formatted(today.plusDays(1)), withKey())
                        .text("/id");

        clock.advance(Duration.between(
                clock.instant(),
                today.plusDays(2).atStartOfDay(HOME).toInstant().minusSeconds(60)));
        assertThat(types(at)).containsExactly("submitted");
        clock.advance(Duration.ofSeconds(61));

        await().atMost(Duration.ofSeconds(20)).until(() -> types(at).size() == 2);
        assertThat(types(at)).containsExactly("milestone-overdue", "submitted");
        assertThat(anybody.get(at + "/history").text("/items/0/effective"))
                .isEqualTo(today.plusDays(2).toString());
        assertThat(anybody.get(at).text("/health/reasons/0")).isEqualTo("overdue");

        clock.advance(Duration.ofDays(89));
        await().atMost(Duration.ofSeconds(20)).until(() -> types(at).size() == 3);
        assertThat(types(at)).first().isEqualTo("silent");
        assertThat(anybody.get(at + "/history").text("/items/0/data/lastHeard")).isEqualTo(today.toString());

        ilo.post(at + "/updates", "{\"narrative\": \"Here we are.\"}", withKey());
        assertThat(anybody.get(at).body().at("/health/reasons").valueStream().map(one -> one.asString()))
                .containsExactly("overdue");
        assertThat(types(at)).containsExactly("progress-reported", "silent", "milestone-overdue", "submitted");
    }

    @Test
    void ends_an_override() {
        String at = "/api/commitments/" + aCommitmentInAGroup().text("/id");
        LocalDate until = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(3);
        unicef.put(
                at + "/health-override",
                "{\"status\": \"off-track\", \"until\": \"%s\", \"reason\": \"No funds.\"}".formatted(until),
                Map.of("If-Match", "*"));

        clock.advance(Duration.ofDays(5));

        await().atMost(Duration.ofSeconds(20)).until(() -> types(at).contains("health-changed"));
        assertThat(anybody.get(at).text("/health/status")).isEqualTo("unknown");
    }

    @Test
    void comes_to_what_has_been_due_the_longest_first() {
        String late = aCommitmentDueIn(30);
        String early = aCommitmentDueIn(10);

        List<String> due = commitments.due(Instant.parse("2099-01-01T00:00:00Z"), 10_000).stream()
                .map(CommitmentId::value)
                .filter(Set.of(late, early)::contains)
                .toList();

        assertThat(due).containsExactly(early, late);
    }

    private String aCommitmentDueIn(int days) {
        LocalDate due = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(days);
        return ilo.post("/api/commitments", COMMITMENT.replace("2099-06-30", due.toString()), withKey())
                .text("/id");
    }

    /** The newest first. */
    private List<String> types(String commitment) {
        return anybody.get(commitment + "/history")
                .body()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/type").asString().replaceAll("org.waymark.commitment.|.v1", ""))
                .toList();
    }
}
