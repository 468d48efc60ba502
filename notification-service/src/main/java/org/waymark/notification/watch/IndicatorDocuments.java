package org.waymark.notification.watch;

import static org.waymark.notification.watch.WatchDocuments.append;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.Indicator;
import org.waymark.notification.watch.domain.Indicator.Period;
import org.waymark.notification.watch.domain.Indicator.Regress;

/** An indicator as it is stored with its watch; numbers are kept as written, to their last digit. */
final class IndicatorDocuments {

    private IndicatorDocuments() {}

    static Document write(Indicator indicator) {
        Document document = new Document("id", indicator.id())
                .append("title", indicator.title())
                .append("ascending", indicator.ascending())
                .append(
                        "periods",
                        indicator.periods().stream()
                                .map(IndicatorDocuments::write)
                                .toList())
                .append("same", indicator.same());
        append(
                document,
                "regress",
                indicator.regress(),
                it -> new Document("from", it.from().toString()).append("since", it.since()));
        append(document, "bare", indicator.bare(), it -> it);
        return document;
    }

    static Indicator read(Document stored) {
        Document regress = stored.get("regress", Document.class);
        return new Indicator(
                stored.getString("id"),
                stored.getString("title"),
                stored.getBoolean("ascending"),
                stored.getList("periods", Document.class).stream()
                        .map(IndicatorDocuments::period)
                        .toList(),
                regress == null
                        ? null
                        : new Regress(new BigDecimal(regress.getString("from")), regress.getLong("since")),
                stored.getList("same", Long.class),
                stored.getLong("bare"));
    }

    private static Document write(Period period) {
        Document document = new Document("id", period.id())
                .append("start", period.start().toString())
                .append("verified", period.verified());
        append(document, "target", period.target(), BigDecimal::toString);
        append(document, "actual", period.actual(), BigDecimal::toString);
        append(document, "corrected", period.corrected(), it -> it);
        return document;
    }

    private static Period period(Document stored) {
        return new Period(
                stored.getString("id"),
                LocalDate.parse(stored.getString("start")),
                number(stored.getString("target")),
                number(stored.getString("actual")),
                stored.getBoolean("verified"),
                stored.getLong("corrected"));
    }

    private static @Nullable BigDecimal number(@Nullable String stored) {
        return stored == null ? null : new BigDecimal(stored);
    }
}
