package org.waymark.partner.introductions;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.partners.Partners;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Per commitment, the lead it introduces, if any. The partner is made before the view is stored, so that no offset moves
 * past an introduction that was not acted on.
 */
final class IntroductionProjection implements Projection<Optional<Introduction>> {

    static final String SUBMITTED = "org.waymark.commitment.submitted.v1";

    /** A lead is named once, when the commitment is submitted; nothing that happens later introduces anybody. */
    static final Set<String> IGNORED = Set.of(
            "org.waymark.commitment.revised.v1",
            "org.waymark.commitment.status-changed.v1",
            "org.waymark.commitment.milestone-added.v1",
            "org.waymark.commitment.milestone-revised.v1",
            "org.waymark.commitment.milestone-rescheduled.v1",
            "org.waymark.commitment.milestone-verified.v1",
            "org.waymark.commitment.milestone-missed.v1",
            "org.waymark.commitment.milestone-cancelled.v1",
            "org.waymark.commitment.milestone-overdue.v1",
            "org.waymark.commitment.indicator-added.v1",
            "org.waymark.commitment.period-added.v1",
            "org.waymark.commitment.actual-corrected.v1",
            "org.waymark.commitment.progress-reported.v1",
            "org.waymark.commitment.update-resubmitted.v1",
            "org.waymark.commitment.update-verified.v1",
            "org.waymark.commitment.update-returned.v1",
            "org.waymark.commitment.return-answered.v1",
            "org.waymark.commitment.health-overridden.v1",
            "org.waymark.commitment.override-lifted.v1",
            "org.waymark.commitment.health-changed.v1",
            "org.waymark.commitment.silent.v1");

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Partners partners;

    IntroductionProjection(Partners partners) {
        this.partners = partners;
    }

    @Override
    public boolean understands(String type) {
        return type.equals(SUBMITTED);
    }

    @Override
    public boolean ignores(String type) {
        return IGNORED.contains(type);
    }

    @Override
    public Optional<Introduction> apply(@Nullable Optional<Introduction> view, Event event) {
        CommitmentSubmitted.Lead lead =
                LENIENT.readValue(event.data(), CommitmentSubmitted.class).lead();
        String orgId = lead.orgId();
        return orgId == null || orgId.isBlank()
                ? Optional.empty()
                : Optional.of(new Introduction(orgId, name(lead.name(), orgId), known(lead.type())));
    }

    /** An import brings what its source says: a name may be missing or run on, a type may be none of the codelist. */
    private static String name(@Nullable String sent, String orgId) {
        String name = sent == null || sent.isBlank() ? orgId.strip() : sent.strip();
        return name.length() <= Partner.LONGEST_NAME ? name : name.substring(0, Partner.LONGEST_NAME);
    }

    private static @Nullable String known(@Nullable String type) {
        return type == null
                ? null
                : OrganisationType.find(type.strip())
                        .map(OrganisationType::code)
                        .orElse(null);
    }

    @Override
    public void beforeViews(List<Step<Optional<Introduction>>> steps) {
        Set<String> done = new HashSet<>();
        for (Step<Optional<Introduction>> step : steps) {
            step.after()
                    .filter(introduction -> done.add(introduction.orgId()))
                    .ifPresent(
                            introduction -> introduce(introduction, step.event().traceparent()));
        }
    }

    private void introduce(Introduction introduction, @Nullable String traceparent) {
        String type = introduction.type();
        PartnerEvent.Registered introduced = Partner.introduce(
                introduction.name(), type == null ? null : OrganisationType.of(type), introduction.orgId());
        partners.introduce(introduction.orgId(), introduced, traceparent);
    }

    @Override
    public Optional<Introduction> read(Document stored) {
        String orgId = stored.getString("orgId");
        return orgId == null
                ? Optional.empty()
                : Optional.of(new Introduction(orgId, stored.getString("name"), stored.getString("type")));
    }

    @Override
    public Document write(Optional<Introduction> view) {
        Document stored = new Document();
        view.ifPresent(introduction -> stored.append("orgId", introduction.orgId())
                .append("name", introduction.name())
                .append("type", introduction.type()));
        return stored;
    }
}
