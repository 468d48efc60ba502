package org.waymark.partner.groups;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.CoChair;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.domain.Refusal;
import org.waymark.partner.domain.WorkPlan;
import org.waymark.partner.domain.Workstream;

/** What is sent about action groups. */
final class ActionGroupRequests {

    private ActionGroupRequests() {}

    record Create(
            @NotBlank @Size(max = ActionGroup.LONGEST_NAME) String name,
            @Nullable Integer seats,
            @Nullable @Size(max = 50) List<@NotNull @Valid Term> coChairs) {

        int seatsOrUsual() {
            return seats == null ? ActionGroup.USUAL_SEATS : seats;
        }

        List<CoChair> terms() {
            return coChairs == null ? List.of() : ActionGroupRequests.terms(coChairs);
        }
    }

    /** An absent field stays as it is. */
    record Describe(
            @Nullable
            @Size(max = ActionGroup.LONGEST_NAME)
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String name,

            @Nullable Integer seats) {}

    record Organize(@NotNull @Size(max = 50) List<@NotNull @Valid Stream> workstreams) {

        List<Workstream> streams() {
            return IntStream.range(0, workstreams.size())
                    .mapToObj(i -> Refusal.within("workstreams[" + i + "]", workstreams.get(i)::stream))
                    .toList();
        }
    }

    record Stream(
            @NotNull String id,
            @NotNull String name,
            @Nullable @Size(max = 50) List<@NotNull @Valid Plan> plans) {

        Workstream stream() {
            List<Plan> sent = plans == null ? List.of() : plans;
            return new Workstream(
                    id,
                    name,
                    IntStream.range(0, sent.size())
                            .mapToObj(i -> Refusal.within("plans[" + i + "]", sent.get(i)::plan))
                            .toList());
        }
    }

    record Plan(int year, @NotNull String title, @Nullable URI url) {

        WorkPlan plan() {
            return new WorkPlan(year, title, url);
        }
    }

    record Appoint(@NotNull @Size(max = 50) List<@NotNull @Valid Term> coChairs) {

        List<CoChair> terms() {
            return ActionGroupRequests.terms(coChairs);
        }
    }

    /** Both days belong to the term; without {@code to} its end is open. */
    record Term(
            @NotNull UUID partnerId,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    private static List<CoChair> terms(List<Term> sent) {
        return sent.stream()
                .map(term -> new CoChair(new PartnerId(term.partnerId()), term.from(), term.to()))
                .toList();
    }
}
