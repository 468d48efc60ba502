/** Hand-made topics with the answers worked out by hand, and boards that tell one thing wrong. */
@NullMarked
package org.waymark.prove;

import org.jspecify.annotations.NullMarked;
