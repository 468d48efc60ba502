/** The contract of waymark.partners, from the reader's side. */
@NullMarked
package org.waymark.progress.directory;

import org.jspecify.annotations.NullMarked;
