/** Keeps commitments in MongoDB, each in one document with its outbox. */
@NullMarked
package org.waymark.progress.commitments.store;

import org.jspecify.annotations.NullMarked;
