/**
 * How events of any feature are read and written as JSON, so that there is one leniency and not several.
 */
@NullMarked
package org.waymark.notification.wire;

import org.jspecify.annotations.NullMarked;
