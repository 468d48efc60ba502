/**
 * Action groups over HTTP and in the store; the default group is made sure of at start-up.
 *
 * <p>Start reading at {@link org.waymark.partner.groups.ActionGroups}.
 */
@NullMarked
package org.waymark.partner.groups;

import org.jspecify.annotations.NullMarked;
