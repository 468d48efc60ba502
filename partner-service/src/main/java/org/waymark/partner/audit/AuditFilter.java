package org.waymark.partner.audit;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.waymark.edge.Caller;

/**
 * Stands between sign-in and the controllers: whatever is asked to be changed here is in the audit before it is changed,
 * so that no change is forgotten, neither today's nor that of an endpoint still to come. Who was not let in is not in it.
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String SECRET = "/api/password-links/";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final AuditTrail trail;

    AuditFilter(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CHANGING.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        String row = trail.begin(Caller.current(), request.getMethod(), path, ids(path));
        int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            end(row, status, response);
        }
    }

    /** The change stands as it is: that its answer could not be noted does not undo it. */
    private void end(String row, int status, HttpServletResponse response) {
        try {
            trail.end(row, status, made(response), response.getHeader(HttpHeaders.ETAG));
        } catch (MongoException e) {
            log.warn("the answer {} of {} is not in the audit: {}", status, row, e.toString());
        }
    }

    private static @Nullable String made(HttpServletResponse response) {
        String location = response.getHeader(HttpHeaders.LOCATION);
        return location == null ? null : location.substring(location.lastIndexOf('/') + 1);
    }

    private static List<String> ids(String path) {
        return Stream.of(path.split("/"))
                .filter(part -> ID.matcher(part).matches())
                .toList();
    }
}
