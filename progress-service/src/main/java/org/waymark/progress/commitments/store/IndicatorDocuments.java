package org.waymark.progress.commitments.store;

import static org.waymark.progress.commitments.store.Values.documents;
import static org.waymark.progress.commitments.store.Values.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Disaggregation;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.Indicator.Statement;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.PeriodId;
import org.waymark.progress.commitments.domain.UpdateId;

/** An indicator within its commitment's document. */
final class IndicatorDocuments {

    private IndicatorDocuments() {}

    static Document write(Indicator indicator) {
        Indicator.Baseline baseline = indicator.baseline();
        return new Document("id", indicator.id().value())
                .append("title", indicator.title())
                .append("measure", Kebab.of(indicator.measure()))
                .append("ascending", indicator.ascending())
                .append(
                        "baseline",
                        baseline == null
                                ? null
                                : new Document("year", baseline.year()).append("value", Values.write(baseline.value())))
                .append(
                        "periods",
                        indicator.periods().stream()
                                .map(IndicatorDocuments::period)
                                .toList());
    }

    static Indicator read(Document stored) {
        Document baseline = stored.get("baseline", Document.class);
        return new Indicator(
                new IndicatorId(stored.getString("id")),
                stored.getString("title"),
                parse(Measure.class, stored.getString("measure")),
                stored.getBoolean("ascending"),
                baseline == null
                        ? null
                        : new Indicator.Baseline(baseline.getInteger("year"), Values.read(baseline.get("value"))),
                documents(stored, "periods").stream()
                        .map(IndicatorDocuments::period)
                        .toList());
    }

    private static Document period(Indicator.Period period) {
        return new Document("id", period.id().value())
                .append("start", period.start().toString())
                .append("end", period.end().toString())
                .append("target", Values.write(period.target()))
                .append(
                        "said",
                        period.said().stream()
                                .map(IndicatorDocuments::statement)
                                .toList())
                .append("verified", Values.write(period.verified()));
    }

    private static Indicator.Period period(Document stored) {
        return new Indicator.Period(
                new PeriodId(stored.getString("id")),
                LocalDate.parse(stored.getString("start")),
                LocalDate.parse(stored.getString("end")),
                Values.read(stored.get("target")),
                said(stored),
                Values.read(stored.get("verified")));
    }

    /** What stood was once kept alone, as a value or with who had said it. */
    private static List<Statement> said(Document stored) {
        List<Statement> said = new ArrayList<>();
        documents(stored, "said").forEach(one -> said.add(statement(one)));
        Object alone = stored.get("actual");
        if (alone instanceof Document one) {
            said.add(statement(one));
        } else if (alone != null) {
            said.add(new Statement(Values.require(alone), Disaggregation.NONE, null, LocalDate.MIN));
        }
        return said;
    }

    private static Document statement(Statement statement) {
        UpdateId update = statement.update();
        return new Document("value", Values.write(statement.value()))
                .append("disaggregation", Values.write(statement.disaggregation()))
                .append("update", update == null ? null : update.value())
                .append(
                        "effective",
                        statement.effective().equals(LocalDate.MIN)
                                ? null
                                : statement.effective().toString());
    }

    private static Statement statement(Document stored) {
        String update = stored.getString("update");
        String effective = stored.getString("effective");
        return new Statement(
                Values.require(stored.get("value")),
                Values.disaggregation(stored),
                update == null ? null : new UpdateId(update),
                effective == null ? LocalDate.MIN : LocalDate.parse(effective));
    }
}
