package org.waymark.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses with 429 who asks too often, and tells everybody what is left, in the fields of
 * draft-ietf-httpapi-ratelimit-headers. It counts for each instance of a service by itself.
 */
final class RateLimit extends OncePerRequestFilter {

    private final Quota clients;
    private final Quota organizations;
    private final Quota addresses;
    private final ProblemWriter problems;

    RateLimit(EdgeProperties.Limits limits, ProblemWriter problems) {
        this.clients = new Quota("client", limits.perClient(), limits.window(), limits.remembered());
        this.organizations = new Quota("organization", limits.perOrganization(), limits.window(), limits.remembered());
        this.addresses = new Quota("address", limits.perAddress(), limits.window(), limits.remembered());
        this.problems = problems;
    }

    /** Who looks whether the service lives must not be told that it is asked too often. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (admits(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Whose token is not believed is refused before this filter is reached; guessing is limited all the same. */
    AuthenticationEntryPoint before(AuthenticationEntryPoint refusal) {
        return (request, response, failure) -> {
            if (admits(request, response)) {
                refusal.commence(request, response, failure);
            }
        };
    }

    private boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<Quota, Quota.Left> asked = new LinkedHashMap<>();
        who(request).forEach((quota, who) -> asked.put(quota, quota.take(who)));
        asked.forEach((quota, left) -> tell(response, quota, left));
        Duration wait = asked.values().stream()
                .filter(left -> !left.taken())
                .map(Quota.Left::more)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (!wait.isZero()) {
            problems.write(response, tooOften(wait));
        }
        return wait.isZero();
    }

    private Map<Quota, String> who(HttpServletRequest request) {
        if (!Caller.isKnown()) {
            return Map.of(addresses, request.getRemoteAddr());
        }
        Caller caller = Caller.current();
        Map<Quota, String> who = new LinkedHashMap<>();
        who.put(clients, caller.client());
        if (caller.organization() != null) {
            who.put(organizations, caller.organization());
        }
        return who;
    }

    private static void tell(HttpServletResponse response, Quota quota, Quota.Left left) {
        response.addHeader("RateLimit-Policy", quota.policy());
        response.addHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(quota.name(), left.requests(), inSeconds(left.taken() ? left.all() : left.more())));
    }

    private static Problem tooOften(Duration wait) {
        return Problem.tooMany(
                "too-many-requests",
                "You ask more often than one caller may. The field RateLimit of each answer says what is left.",
                Duration.ofSeconds(inSeconds(wait)));
    }

    /** Rounded up: who comes back then is served. */
    private static long inSeconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
