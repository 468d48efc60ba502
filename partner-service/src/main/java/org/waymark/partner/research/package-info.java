/** The research agenda: questions that partners share, and practices that worked, with the commitments they belong to. */
@NullMarked
package org.waymark.partner.research;

import org.jspecify.annotations.NullMarked;
