/** Countries on their way to be Pathfinder Countries of Alliance 8.7, with the days of their stages. */
@NullMarked
package org.waymark.partner.pathfinders;

import org.jspecify.annotations.NullMarked;
