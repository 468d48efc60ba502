/**
 * Whom to write to or call at a partner. Personal data: kept in one collection and nowhere else, in no event and no log.
 *
 * <p>Start reading at {@code ContactsController}.
 */
@NullMarked
package org.waymark.partner.contacts;

import org.jspecify.annotations.NullMarked;
