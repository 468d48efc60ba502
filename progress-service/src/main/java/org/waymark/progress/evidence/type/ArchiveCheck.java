package org.waymark.progress.evidence.type;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An office document in a ZIP archive. OpenDocument names its kind in a first part that is not compressed (ODF 1.3 part
 * 2, 3.3); Office Open XML is known by the names of its parts (ECMA-376 part 2). All other archives are refused.
 */
final class ArchiveCheck implements TypeCheck {

    private static final String LOCAL_HEADER = "PK\u0003\u0004";
    private static final int LOCAL_HEADER_SIZE = 30;
    private static final String MIMETYPE = "mimetype";

    private final byte[] head;
    private final Tail tail = new Tail();

    ArchiveCheck(byte[] head) {
        this.head = head.clone();
    }

    static boolean isArchive(byte[] head) {
        return TypeCheck.holds(head, 0, LOCAL_HEADER);
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        tail.add(bytes, offset, length);
    }

    @Override
    public FileType kind(String name) {
        List<String> parts = ArchiveParts.names(tail);
        if (parts.stream().anyMatch(ArchiveCheck::isMacro)) {
            throw TypeCheck.notTaken("Documents with macros are not taken; save it without them.");
        }
        return openDocument(parts)
                .or(() -> officeOpenXml(parts))
                .orElseThrow(() -> TypeCheck.notTaken("Archives are not taken; send the files one by one."));
    }

    private static boolean isMacro(String part) {
        return part.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")
                || part.startsWith("Basic/")
                || part.startsWith("Scripts/");
    }

    private Optional<FileType> openDocument(List<String> parts) {
        if (!parts.contains("content.xml") || !parts.contains("META-INF/manifest.xml")) {
            return Optional.empty();
        }
        String said = firstPart();
        return Stream.of(FileType.ODT, FileType.ODS, FileType.ODP)
                .filter(type -> type.mediaType().equals(said))
                .findFirst();
    }

    /** What the uncompressed part "mimetype" says; empty where the archive does not begin with it. */
    private String firstPart() {
        if (!TypeCheck.holds(head, LOCAL_HEADER_SIZE, MIMETYPE)) {
            return "";
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        boolean stored = header.getShort(8) == 0;
        int length = header.getInt(18);
        int extra = Short.toUnsignedInt(header.getShort(28));
        int from = LOCAL_HEADER_SIZE + MIMETYPE.length() + extra;
        boolean whole =
                stored && header.getShort(26) == MIMETYPE.length() && length > 0 && length <= head.length - from;
        return whole ? new String(head, from, length, StandardCharsets.US_ASCII) : "";
    }

    private static Optional<FileType> officeOpenXml(List<String> parts) {
        if (!parts.contains("[Content_Types].xml")) {
            return Optional.empty();
        }
        List<FileType> found = Stream.of(
                        main(parts, "word/document", FileType.DOCX),
                        main(parts, "xl/workbook", FileType.XLSX),
                        main(parts, "ppt/presentation", FileType.PPTX))
                .flatMap(Optional::stream)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Some writers number the main part. */
    private static Optional<FileType> main(List<String> parts, String start, FileType type) {
        return parts.stream().anyMatch(part -> part.matches(start + "\\d*\\.xml"))
                ? Optional.of(type)
                : Optional.empty();
    }
}
