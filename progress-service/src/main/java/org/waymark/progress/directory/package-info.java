/**
 * What this service knows of partners and groups: its own view of waymark.partners, so that no update waits for another
 * service.
 */
@NullMarked
package org.waymark.progress.directory;

import org.jspecify.annotations.NullMarked;
