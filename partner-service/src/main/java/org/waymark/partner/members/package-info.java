/**
 * The people of the partners and of the secretariat: invited, given roles, leaving, forgotten. Everything personal about
 * them stands in the one collection {@code people}, and none of it in any event.
 *
 * <p>Start reading at {@code Membership}, then {@code Members}.
 */
@NullMarked
package org.waymark.partner.members;

import org.jspecify.annotations.NullMarked;
