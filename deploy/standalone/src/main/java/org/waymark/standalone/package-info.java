/**
 * Waymark in one process: broker, store and the three services, with a sample work plan at the first start. For a first
 * try, for small alliances and for demonstrations; a data centre runs the services apart. Start reading at
 * {@link org.waymark.standalone.Standalone}.
 */
@NullMarked
package org.waymark.standalone;

import org.jspecify.annotations.NullMarked;
