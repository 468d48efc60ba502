package org.waymark.progress.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;
import org.waymark.progress.evidence.type.FileType;

/** {@code /api/evidence}: a file as the body, in and out. */
@RestController
@RequestMapping("/api/evidence")
class EvidenceController {

    /** What is answered of a file. */
    record FileView(String id, String name, String type, long size, String sha256, String visibility) {

        static FileView of(EvidenceFile file) {
            return new FileView(
                    file.id(), file.name(), file.type(), file.size(), file.sha256(), Kebab.of(file.visibility()));
        }
    }

    private final EvidenceService service;
    private final EvidenceReading reading;
    private final Contents contents;

    EvidenceController(EvidenceService service, EvidenceReading reading, Contents contents) {
        this.service = service;
        this.reading = reading;
        this.contents = contents;
    }

    @PostMapping
    ResponseEntity<FileView> upload(
            HttpServletRequest request,
            InputStream body,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "public") String visibility,
            @RequestHeader(name = HttpHeaders.CONTENT_DISPOSITION, required = false) @Nullable String disposition,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        Upload upload = new Upload(
                UploadRequest.name(disposition, name),
                UploadRequest.contentType(request.getContentType()),
                UploadRequest.visibility(visibility),
                UploadRequest.key(key));
        EvidenceFile file = received(request, upload, body);
        return ResponseEntity.created(URI.create("/api/evidence/" + file.id())).body(FileView.of(file));
    }

    /** A body that breaks off, or is over the limit, is answered where all unreadable bodies are. */
    private EvidenceFile received(HttpServletRequest request, Upload upload, InputStream body) {
        try {
            return service.upload(Caller.current(), upload, body);
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("upload broken off", e, new ServletServerHttpRequest(request));
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> download(@PathVariable String id, HttpServletRequest request) {
        ShallowEtagHeaderFilter.disableContentCaching(request); // a file has a tag, and is too long to be held
        Entry entry = find(id);
        return headers(entry.file()).body(new StoredContent(contents, entry));
    }

    /** Said here, so that no byte is read for it. */
    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> head(@PathVariable String id) {
        EvidenceFile file = find(id).file();
        return headers(file).contentLength(file.size()).build();
    }

    private Entry find(String id) {
        return reading.find(id, Caller.current()).orElseThrow(() -> Problem.notFound("file"));
    }

    /** So that no browser shows a file as part of this site, or guesses what else it could be. */
    private static ResponseEntity.BodyBuilder headers(EvidenceFile file) {
        CacheControl cache = CacheControl.noCache();
        return ResponseEntity.ok()
                .eTag("\"" + file.sha256() + "\"")
                .cacheControl(file.visibility() == Visibility.PRIVATE ? cache.cachePrivate() : cache)
                .contentType(MediaType.parseMediaType(FileType.contentType(file.type())))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(new FileName(file.name())))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** A name in ASCII needs no second spelling (RFC 6266 section 4.3). */
    private static String attachment(FileName name) {
        ContentDisposition.Builder attachment = ContentDisposition.attachment();
        return (name.isAscii()
                        ? attachment.filename(name.value())
                        : attachment.filename(name.value(), StandardCharsets.UTF_8))
                .build()
                .toString();
    }
}
