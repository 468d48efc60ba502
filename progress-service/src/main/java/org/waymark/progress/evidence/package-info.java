/**
 * Files by which a reader can see for themselves that something happened. Start at {@link
 * org.waymark.progress.evidence.EvidenceService}; the commitments' side needs only {@link
 * org.waymark.progress.evidence.EvidenceFiles}. What kind of file it is, is told in {@code type}.
 *
 * <p><b>Where it is.</b> The bytes stand in the GridFS bucket {@code evidence}, under an id made afresh for each upload.
 * The collection {@code evidence} says what is known of a file and where its bytes are. A file is there when that
 * document is, so an upload that breaks off has left no file; chunks are read and removed one by one, by exactly the keys
 * of their unique index, because the embedded store would otherwise go through the chunks of all files.
 *
 * <p><b>Who names it.</b> A file is seen by its own organization until an update names it. Two documents cannot be written
 * as one, so the order makes it safe: the file is <i>claimed</i> for an update, the update is stored, and the file counts
 * as named when the update stands. Nobody has to come back to say so: whoever wants to read a claimed file, and the sweep,
 * ask whether the update stands. A yes is remembered, because what is published stays. A refused command or a crash
 * leaves a claim behind that never comes true.
 *
 * <p><b>What is swept.</b> 24 hours after its upload or its last claim a file without an update is removed. The removal
 * is guarded by the time that was read, which every claim moves. Before bytes are written, and before a file is removed,
 * the id of its bytes is noted in {@code evidence_leftovers}; the note goes when that id is settled. So no crash leaves
 * bytes that nobody finds again, and two instances that sweep do the same thing twice at worst.
 */
@NullMarked
package org.waymark.progress.evidence;

import org.jspecify.annotations.NullMarked;
