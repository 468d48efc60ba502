package org.waymark.progress.evidence.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The first bytes by which a kind is known, as its own standard gives them (ISO 32000 7.5.2, RFC 2083 3.1, ITU T.81 B,
 * GIF89a 17, RFC 9649 2.4, ISO 14496-12 4.3). Each must stand at its place: a file that something else comes before is
 * not of that kind, though some programs would open it.
 */
record Signature(FileType type, int at, String bytes) {

    private static final List<Signature> SIMPLE = List.of(
            new Signature(FileType.PDF, 0, "%PDF-"),
            new Signature(FileType.PNG, 0, "\u0089PNG\r\n\u001a\n"),
            new Signature(FileType.JPEG, 0, "\u00ff\u00d8\u00ff"),
            new Signature(FileType.GIF, 0, "GIF87a"),
            new Signature(FileType.GIF, 0, "GIF89a"));

    /** Other brands of the same container are sound, still pictures and QuickTime. */
    private static final Set<String> MP4_BRANDS =
            Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "M4V ", "MSNV");

    static Optional<FileType> find(byte[] head) {
        if (TypeCheck.holds(head, 0, "RIFF") && TypeCheck.holds(head, 8, "WEBP")) {
            return Optional.of(FileType.WEBP);
        }
        Stream<Signature> mp4 = MP4_BRANDS.stream().map(brand -> new Signature(FileType.MP4, 4, "ftyp" + brand));
        return Stream.concat(SIMPLE.stream(), mp4)
                .filter(signature -> TypeCheck.holds(head, signature.at, signature.bytes))
                .map(Signature::type)
                .findFirst();
    }
}
