/**
 * Who changed what about who takes part and who may do what, and when.
 *
 * <p>Start reading at {@code AuditFilter}.
 */
@NullMarked
package org.waymark.partner.audit;

import org.jspecify.annotations.NullMarked;
