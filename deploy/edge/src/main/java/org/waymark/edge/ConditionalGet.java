package org.waymark.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives whatever is read a weak ETag made from what is answered, and answers 304 to whoever has it already (RFC 9110 section
 * 13.1.2). An ETag that a resource has by itself stays. Weak, since a strong one would be of one encoding alone, and Tomcat
 * compresses nothing that has one. What is too long to be held in memory, or never ends, says so by {@link
 * #disableContentCaching}.
 */
final class ConditionalGet extends ShallowEtagHeaderFilter {

    ConditionalGet() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET");
    }

    /** What is kept must be asked for again each time; what was answered to somebody is kept by nobody else. */
    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream content) {
        if (status < 400 && !response.isCommitted()) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
            if (response.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
                boolean isOfSomebody = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
                response.setHeader(HttpHeaders.CACHE_CONTROL, isOfSomebody ? "no-cache, private" : "no-cache");
            }
        }
        return super.isEligibleForEtag(request, response, status, content);
    }
}
