/**
 * The open alerts beside the figures: this service's own view of waymark.alerts. Alerts are never public; start at
 * {@link org.waymark.progress.dashboard.alerts.AlertsController}.
 */
@NullMarked
package org.waymark.progress.dashboard.alerts;

import org.jspecify.annotations.NullMarked;
