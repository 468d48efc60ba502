/**
 * The HTTP face of alerts.
 */
@NullMarked
package org.waymark.notification.alert.web;

import org.jspecify.annotations.NullMarked;
