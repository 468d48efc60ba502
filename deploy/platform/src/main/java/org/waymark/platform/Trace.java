package org.waymark.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Carries {@code traceparent} (https://www.w3.org/TR/trace-context-1/) from a request into the events it causes and the
 * log lines it writes. A caller's trace is continued; without one, or with one not well formed, a new trace begins.
 */
final class Trace extends OncePerRequestFilter {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String MDC_KEY = "traceparent";

    static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put(MDC_KEY, continued(request.getHeader(Event.TRACEPARENT)));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(MDC_KEY);
        }
    }

    static String continued(@Nullable String incoming) {
        if (incoming == null || !TRACEPARENT.matcher(incoming).matches()) {
            return "00-" + hex(16) + "-" + hex(8) + "-01";
        }
        return incoming.substring(0, 36) + hex(8) + incoming.substring(52);
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1; // all zeros is not valid
        return HexFormat.of().formatHex(random);
    }
}
