/** HTTP for commitments: requests become commands, results become responses, nothing else. */
@NullMarked
package org.waymark.progress.commitments.web;

import org.jspecify.annotations.NullMarked;
