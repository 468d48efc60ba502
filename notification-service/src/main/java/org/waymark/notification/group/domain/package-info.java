/**
 * What the directory holds of groups and partners.
 */
@NullMarked
package org.waymark.notification.group.domain;

import org.jspecify.annotations.NullMarked;
