/**
 * Settings and what they make of a cause; start reading at {@link org.waymark.notification.settings.domain.GroupRules}.
 */
@NullMarked
package org.waymark.notification.settings.domain;

import org.jspecify.annotations.NullMarked;
