package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.Commitments.PastUpdate;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.dashboard.store.Dashboard;

/** An update with hundreds of events after it. */
class OldUpdateIT extends ServiceIT {

    @Autowired
    Commitments commitments;

    @Autowired
    Dashboard dashboard;

    @Test
    void is_found_by_its_row_and_no_whole_history_is_read_for_it() {
        CommitmentId id = new CommitmentId(aCommitment().text("/id"));
        String at = "/api/commitments/" + id.value();
        String first = report(at, "The first.");
        for (int i = 0; i < 205; i++) {
            ilo.patch(at, "{\"title\": \"Title %d\"}".formatted(i), Map.of("If-Match", "*"));
        }
        String last = report(at, "The last.");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> dashboard.updates(List.of(first, last)).size() == 2);

        assertThat(commitments.update(id, first)).map(PastUpdate::sequence).hasValue(2L);
        assertThat(commitments.update(id, UUID.randomUUID().toString())).isEmpty();
        assertThat(commitments.update(new CommitmentId(aCommitment().text("/id")), first))
                .isEmpty();

        database.getCollection(board() + "_updates")
                .deleteMany(new Document("_id", new Document("$in", List.of(first, last))));
        assertThat(commitments.update(id, last)).map(PastUpdate::sequence).hasValue(208L);
        assertThat(commitments.update(id, first)).isEmpty();
    }

    private String report(String at, String narrative) {
        return ilo.post(at + "/updates", "{\"narrative\": \"%s\"}".formatted(narrative), withKey())
                .text("/id");
    }
}
