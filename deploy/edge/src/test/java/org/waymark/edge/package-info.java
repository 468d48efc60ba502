/** The edge before a service of one line, over real HTTP. */
@NullMarked
package org.waymark.edge;

import org.jspecify.annotations.NullMarked;
