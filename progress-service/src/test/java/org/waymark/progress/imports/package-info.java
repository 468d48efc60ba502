/** IATI activities as commitments, and whole files through the use cases. */
@NullMarked
package org.waymark.progress.imports;

import org.jspecify.annotations.NullMarked;
