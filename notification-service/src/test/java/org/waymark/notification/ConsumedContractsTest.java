package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.waymark.notification.group.GroupContract;
import org.waymark.notification.watch.WatchContract;
import org.waymark.platform.Event;
import org.waymark.testing.Contracts;
import org.waymark.testing.Contracts.Example;

/** Every example that a producer publishes can be read here or is ignored on purpose; else its aggregate would be held. */
class ConsumedContractsTest {

    private interface Reader {
        void read(Event event);
    }

    @Test
    void every_event_of_commitments_is_read_or_ignored() {
        check("progress-service", WatchContract::read);
    }

    @Test
    void every_type_of_commitments_is_either_read_or_ignored_and_no_other_is_named() {
        assertThat(WatchContract.types())
                .containsExactlyInAnyOrderElementsOf(
                        Contracts.of("progress-service").types());
    }

    @Test
    void every_event_of_partners_and_groups_is_read_or_ignored() {
        check("partner-service", GroupContract::read);
    }

    private static void check(String producer, Reader reader) {
        for (Example example : Contracts.of(producer).examples()) {
            Event event = new Event(
                    "example",
                    "/" + producer,
                    example.type(),
                    "subject",
                    1,
                    Instant.EPOCH,
                    null,
                    example.json().getBytes(StandardCharsets.UTF_8));
            assertThatCode(() -> reader.read(event))
                    .as("%s of %s, example %s", example.type(), producer, example.name())
                    .doesNotThrowAnyException();
        }
    }
}
