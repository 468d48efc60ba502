package org.waymark.progress.evidence.type;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;

/** The kinds of files that are taken as evidence; names of media types are those of the IANA register. */
public enum FileType {
    PDF("application/pdf", Set.of("pdf")),
    PNG("image/png", Set.of("png")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg"), "image/jpg", "image/pjpeg"),
    GIF("image/gif", Set.of("gif")),
    WEBP("image/webp", Set.of("webp")),
    MP4("video/mp4", Set.of("mp4", "m4v")),
    TEXT("text/plain", Set.of("txt", "md"), "text/markdown"),
    /** Browsers on Windows call it what opens it. */
    CSV("text/csv", Set.of("csv"), "text/plain", "application/csv", "application/vnd.ms-excel"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx")),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx")),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Set.of("pptx")),
    ODT("application/vnd.oasis.opendocument.text", Set.of("odt")),
    ODS("application/vnd.oasis.opendocument.spreadsheet", Set.of("ods")),
    ODP("application/vnd.oasis.opendocument.presentation", Set.of("odp"));

    static final String TAKEN = "Taken are PDF, PNG, JPEG, GIF, WebP, MP4, text and CSV in UTF-8, "
            + "and documents of Office (docx, xlsx, pptx) and OpenDocument (odt, ods, odp).";

    private final String mediaType;
    private final Set<String> endings;
    private final Set<String> alsoCalled;

    FileType(String mediaType, Set<String> endings, String... alsoCalled) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.alsoCalled = Set.of(alsoCalled);
    }

    public String mediaType() {
        return mediaType;
    }

    /** As a header of what is sent out: text says in which letters it is written, since it was checked. */
    public static String contentType(String mediaType) {
        return mediaType.startsWith("text/") ? mediaType + ";charset=UTF-8" : mediaType;
    }

    /**
     * The name decides what a reader's machine opens the file with, so it must not promise something else.
     *
     * @param contentType as claimed by the sender; one who does not know says null or application/octet-stream
     * @throws Problem 400 where the name's ending or the claim contradicts the content
     */
    void require(String name, @Nullable String contentType) {
        if (!endings.contains(ending(name))) {
            throw Problem.invalid(
                    "name",
                    "By its content this file is %s; its name must end with .%s."
                            .formatted(
                                    mediaType,
                                    String.join(
                                            " or .", endings.stream().sorted().toList())));
        }
        if (contentType != null && !accepts(mediaTypeOf(contentType))) {
            throw Problem.invalid(
                    "Content-Type",
                    "By its content this file is %s, not %s.".formatted(mediaType, mediaTypeOf(contentType)));
        }
    }

    private boolean accepts(String claim) {
        return claim.isEmpty()
                || claim.equals("application/octet-stream")
                || claim.equals(mediaType)
                || alsoCalled.contains(claim);
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Without parameters such as the charset. */
    private static String mediaTypeOf(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
