/**
 * Who chairs which action group, and when: the service's own directory, kept from the topic, so that rights need no call
 * to another service. Start reading at {@link org.waymark.notification.group.GroupDirectory}.
 */
@NullMarked
package org.waymark.notification.group;

import org.jspecify.annotations.NullMarked;
