package org.waymark.progress.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.platform.Platform;
import org.waymark.progress.ServiceIT;
import org.waymark.progress.Stored;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Tally;
import tools.jackson.databind.json.JsonMapper;

/** The read model of the second version, without a number, as it is shown until it has been made anew. */
class EarlierReadModelIT extends ServiceIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String WALK = "b7b579f5-5fd0-5fd9-9b9e-1c36791ebc3b";

    @Autowired
    MongoDatabase store;

    @Autowired
    Platform platform;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void asItWasLeft() {
        keep("dashboard", "cards-of-the-second-version.json");
        keep("dashboard_tallies", "tallies-of-the-second-version.json");
        keep("dashboard_updates", "updates-of-the-second-version.json");
    }

    @AfterEach
    void removed() {
        List.of("dashboard", "dashboard_tallies", "dashboard_updates")
                .forEach(name -> store.getCollection(name).drop());
    }

    @Test
    void shows_its_cards_totals_and_rows_and_is_not_fed() {
        ReadModel model = new ReadModel(
                new Generation(0, DashboardProjection.SHAPE - 1, Generation.State.SERVING, null, null),
                store,
                platform,
                json);

        Document stored = Objects.requireNonNull(
                model.cards.find(new Document("_id", WALK)).first());
        Card card = model.projection.read(stored.get("view", Document.class));
        assertThat(card.promise().title()).isEqualTo("Walk");
        assertThat(card.status()).isEqualTo("in-implementation");
        assertThat(card.milestones()).hasSize(2);
        assertThat(card.updates().count()).isPositive();

        Map<String, Long> totals =
                model.tallies.course(Tally.Key.ALLIANCE, TODAY).on(TODAY);
        assertThat(totals).containsEntry("commitments", 11L).containsKeys("byStatus submitted", "updatesVerified");

        String update = Objects.requireNonNull(
                        store.getCollection("dashboard_updates").find().first())
                .getString("_id");
        assertThat(model.updates.byId(List.of(update))).containsKey(update);
        assertThat(model.isOfThisShape()).isFalse();
    }

    private void keep(String collection, String name) {
        store.getCollection(collection).insertMany(Stored.documents(EarlierReadModelIT.class, name));
    }
}
