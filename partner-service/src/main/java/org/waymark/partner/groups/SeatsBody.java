package org.waymark.partner.groups;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.domain.Seats;

/** {@link Seats} as anybody may read them. */
record SeatsBody(
        LocalDate on,
        int seats,
        List<String> coChairs,
        int vacant,
        @Nullable LocalDate vacantSince,
        @Nullable LocalDate nextTermEnds) {

    static SeatsBody of(Seats held) {
        List<String> coChairs =
                held.coChairs().stream().map(PartnerId::toString).toList();
        return new SeatsBody(held.on(), held.seats(), coChairs, held.vacant(), held.since(), held.nextEnd());
    }
}
