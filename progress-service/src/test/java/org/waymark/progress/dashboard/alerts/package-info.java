/** The contract of waymark.alerts, from the reader's side. */
@NullMarked
package org.waymark.progress.dashboard.alerts;

import org.jspecify.annotations.NullMarked;
