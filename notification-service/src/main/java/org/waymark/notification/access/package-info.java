/** Access that has been taken back: tokens of it are refused, though they have not expired. */
@NullMarked
package org.waymark.notification.access;

import org.jspecify.annotations.NullMarked;
