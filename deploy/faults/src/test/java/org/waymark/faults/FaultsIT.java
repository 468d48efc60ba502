package org.waymark.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.faults.Fault.Trouble;
import org.waymark.faults.Run.Outcome;
import org.waymark.faults.within.Bug;

/**
 * Fifteen kills, a few planted bugs, half a minute without a broker, a read model thrown away, proven and made anew, who may
 * do what without a broker, and nonsense at the doors and on the topics, on one cluster.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final long SEED = 20261122;
    private static final int KILLS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static Run cluster;

    @BeforeAll
    static void start() {
        cluster = new Run(folder, Jvm.STARTS_QUICKLY);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void loses_doubles_and_misorders_nothing_when_killed_before_and_after_each_step() {
        assertThat(runs(Fault.kills(), KILLS)).isEmpty();
    }

    @Test
    @Order(2)
    void settles_by_the_command_key_what_the_store_did_not_answer() {
        assertThat(runs(List.of(Trouble.STORE_ANSWERS_CUT), 1)).isEmpty();
    }

    @Test
    @Order(3)
    void takes_every_update_while_the_broker_is_away_and_publishes_them_afterwards() {
        Away.Report report = cluster.away(System.out).run(Duration.ofSeconds(30), 20, SEED);

        System.out.println(report);
        assertThat(report.away().not2xx()).isEmpty();
        assertThat(report.verdict().isClean()).as("%s", report.verdict()).isTrue();
    }

    @Test
    @Order(4)
    void makes_the_same_board_again_and_raises_no_alert_when_the_read_model_is_dropped() {
        Checker checker = cluster.load(Plan.of(SEED, Trouble.NOTHING));
        assertThat(checker.check(PATIENCE)).hasToString("all is well");

        cluster.whileStopped(stopped -> {
            stopped.inStore(Cluster.PROGRESS, database -> Watches.drop(database, "dashboard"));
            cluster.watches().drop();
        });

        cluster.watches().awaitRead();
        assertThat(checker.check(PATIENCE)).hasToString("all is well");
    }

    @Test
    @Order(5)
    void tells_many_listeners_of_everything_in_order_though_they_are_cut_off_and_go_on_at_the_other_service() {
        Streams.Report report = cluster.streams(System.out).run(new Streams.Load(60, 6, 60, 20));

        assertThat(report.rounds()).hasSize(4).allSatisfy(round -> {
            assertThat(round.wrong()).isEmpty();
            assertThat(round.told()).isPositive();
        });
    }

    @Test
    @Order(6)
    void shows_on_each_day_what_the_topic_says_and_the_same_when_it_is_made_again() {
        assertThat(cluster.proof(System.out).holds(2, 1)).isTrue();
    }

    @Test
    @Order(7)
    void makes_the_read_model_anew_while_nobody_notices_and_lists_just_the_row_that_was_taken_away() {
        Rebuilt rebuilt = cluster.rebuilding(System.out).run(200, Duration.ofSeconds(5), 50, SEED + 1_000);

        System.out.println(rebuilt);
        assertThat(rebuilt.isWell()).isTrue();
    }

    /**
     * Four of them, one for each part of the walk; {@code deploy/faults/run bugs} plants them all. Late, since some
     * leave commitments on the topic that stay incomplete.
     */
    @Test
    @Order(8)
    void catches_bugs_that_are_planted() {
        List<Bug> bugs =
                List.of(Bug.DEDUPLICATION_OFF, Bug.FAILED_SEND_FORGOTTEN, Bug.TALLIES_UNGUARDED, Bug.ALERT_ID_RANDOM);

        assertThat(new Hunts(System.out).run(cluster, bugs, SEED)).isEmpty();
    }

    @Test
    @Order(9)
    void plants_no_bug_that_is_not_hunted() {
        assertThat(Hunts.named("")).containsExactlyElementsOf(EnumSet.allOf(Bug.class));
    }

    @Test
    @Order(10)
    void keeps_to_who_may_do_what_while_nothing_is_heard_of_partners() {
        RightsAway.Report report = cluster.rightsAway().run();

        assertThat(report.beforeItWasTakenBack()).containsExactly(200, 200);
        assertThat(report.afterItWasTakenBack()).containsExactly(401, 401);
        assertThat(report.withinTheTerm()).isEqualTo("200");
        assertThat(report.afterTheTerm()).isEqualTo("404 not-found");
        assertThat(report.anotherWhoseTermRuns()).isEqualTo("200");
        assertThat(report.unconfirmed()).isEqualTo("503 directory-unconfirmed");
        assertThat(report.unconfirmedEndorsement()).isEqualTo("503 directory-unconfirmed");
        assertThat(report.retryAfter()).isEqualTo("30");
        assertThat(report.reports()).containsExactly(201, 201);
        assertThat(report.whenItIsBack()).isEqualTo("200");
    }

    /** Last, since it leaves nonsense on every topic. */
    @Test
    @Order(11)
    void refuses_what_is_no_request_and_puts_aside_what_is_no_event() {
        assertThat(cluster.fuzz(System.out).run(new Fuzz.Load(2_000, 5_000, Duration.ofMinutes(5), SEED)))
                .isEmpty();
    }

    private static List<Outcome> runs(List<Fault> faults, int count) {
        Kills kills = new Kills(folder, System.out);
        List<Outcome> violations = kills.run(cluster, faults, 0, count, SEED);
        System.out.println(kills.table());
        return violations;
    }
}
