package org.waymark.progress.evidence;

/**
 * A file as it is kept; what was uploaded never changes.
 *
 * @param type media type, told by the content
 * @param size in bytes
 * @param sha256 in lower-case hexadecimal digits
 */
public record EvidenceFile(
        String id, String organization, String name, String type, long size, String sha256, Visibility visibility) {}
