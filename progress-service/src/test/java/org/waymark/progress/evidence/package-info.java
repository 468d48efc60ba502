/** Tests of evidence without the service; through the service they are in EvidenceIT. */
@NullMarked
package org.waymark.progress.evidence;

import org.jspecify.annotations.NullMarked;
