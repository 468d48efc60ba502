package org.waymark.partner.groups;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.CoChair;
import org.waymark.partner.domain.PartnerId;

/** What is sent about action groups. */
final class ActionGroupRequests {

    private ActionGroupRequests() {}

    record Create(
            @NotBlank @Size(max = ActionGroup.LONGEST_NAME) String name,
            @Nullable @Size(max = 50) List<@NotNull @Valid Term> coChairs) {

        List<CoChair> terms() {
            return coChairs == null ? List.of() : ActionGroupRequests.terms(coChairs);
        }
    }

    record Rename(
            @NotBlank @Size(max = ActionGroup.LONGEST_NAME) String name) {}

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
