/**
 * Real processes, killed and cut off, and a checker that reads only what a client can read: the API's answers and the
 * topic. It shares no code with the services. Start at {@link org.waymark.faults.Run}.
 */
@NullMarked
package org.waymark.faults;

import org.jspecify.annotations.NullMarked;
