package org.waymark.progress.commitments.web;

import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.waymark.progress.commitments.UpdatePlaces;
import org.waymark.progress.dashboard.store.Dashboard;

/** Asks the read model, which keeps one row for each update. */
@Component
class DashboardPlaces implements UpdatePlaces {

    private final Dashboard dashboard;

    DashboardPlaces(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    @Override
    public OptionalLong sequenceOf(String commitment, String update) {
        return dashboard.updates(List.of(update)).values().stream()
                .filter(row -> row.commitment().equals(commitment))
                .mapToLong(row -> row.sequence())
                .findFirst();
    }
}
