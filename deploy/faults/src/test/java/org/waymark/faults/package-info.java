/** What every build tries of the harness, on one cluster. Start at {@link org.waymark.faults.FaultsIT}. */
@NullMarked
package org.waymark.faults;

import org.jspecify.annotations.NullMarked;
