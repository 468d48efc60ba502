package org.waymark.progress.commitments.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.progress.ServiceIT;
import org.waymark.progress.Stored;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.domain.CommitmentId;

/** What earlier versions stored is found, listed and told as what is stored today. */
class EarlierCommitmentsIT extends ServiceIT {

    private static final CommitmentId WALK = new CommitmentId("b7b579f5-5fd0-5fd9-9b9e-1c36791ebc3b");

    @Autowired
    MongoDatabase store;

    @Autowired
    Commitments commitments;

    @Autowired
    EarlierCommitments earlier;

    @Test
    void a_commitment_of_the_second_version_comes_back_with_its_history() {
        keep("commitments", "commitments-of-the-second-version.json");
        keep("commitments_history", "history-of-the-second-version.json");

        assertThat(commitments.find(WALK))
                .hasValueSatisfying(one -> assertThat(one.sequence()).isEqualTo(14));
        assertThat(store.getCollection("commitments_history").countDocuments(new Document("_id", WALK.value() + ":14")))
                .isEqualTo(1);
        assertThat(commitments.history(WALK, 15, 20)).hasSize(14);
    }

    @Test
    void a_commitment_of_the_first_version_is_sorted_among_the_others_once_it_is_written_anew() {
        String id = "11111111-0000-5000-8000-000000000001";
        store.getCollection("commitments").deleteOne(new Document("_id", id));
        store.getCollection("commitments")
                .insertOne(new Document("_id", id)
                        .append("v", 1L)
                        .append("sequence", 1L)
                        .append(
                                "state",
                                Stored.document(EarlierCommitmentsIT.class, "commitment-of-the-first-version.json")));

        earlier.rewrite();

        Document stored = Objects.requireNonNull(
                store.getCollection("commitments").find(new Document("_id", id)).first());
        assertThat(stored.get("state", Document.class).get("by", Document.class))
                .containsKeys("title", "start", "heard");
        assertThat(stored.getLong("v")).isEqualTo(2);
    }

    private void keep(String collection, String name) {
        Stored.documents(EarlierCommitmentsIT.class, name).forEach(document -> {
            store.getCollection(collection).deleteOne(new Document("_id", document.get("_id")));
            store.getCollection(collection).insertOne(document);
        });
    }
}
