/**
 * What each group wants to be alerted of: which rules speak to it, and how loudly.
 *
 * <p>Start reading at {@link org.waymark.notification.settings.domain.GroupRules}.
 */
@NullMarked
package org.waymark.notification.settings;

import org.jspecify.annotations.NullMarked;
