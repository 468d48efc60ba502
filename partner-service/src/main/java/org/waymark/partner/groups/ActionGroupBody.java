package org.waymark.partner.groups;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.Workstream;
import org.waymark.partner.store.Aggregates.Stored;

/** An action group as anybody may read it. */
record ActionGroupBody(
        String id,
        String name,
        @JsonProperty("default") boolean isDefault,
        int seats,
        List<Term> coChairs,
        List<Stream> workstreams,
        long sequence) {

    record Term(String partnerId, LocalDate from, @Nullable LocalDate to) {}

    record Stream(String id, String name, List<Plan> plans) {}

    record Plan(int year, String title, @Nullable URI url) {}

    static ActionGroupBody of(Stored<ActionGroup> stored) {
        ActionGroup group = stored.value();
        List<Term> terms = group.coChairs().stream()
                .map(coChair -> new Term(coChair.partner().toString(), coChair.from(), coChair.to()))
                .toList();
        List<Stream> streams =
                group.workstreams().stream().map(ActionGroupBody::stream).toList();
        return new ActionGroupBody(
                stored.id(), group.name(), group.isDefault(), group.seats(), terms, streams, stored.sequence());
    }

    private static Stream stream(Workstream one) {
        return new Stream(
                one.id(),
                one.name(),
                one.plans().stream()
                        .map(plan -> new Plan(plan.year(), plan.title(), plan.url()))
                        .toList());
    }
}
