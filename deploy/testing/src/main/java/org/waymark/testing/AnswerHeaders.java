package org.waymark.testing;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an answer tells a browser, and what it must not tell anybody. */
public final class AnswerHeaders {

    private static final List<String> NEVER =
            List.of("Server", "X-Powered-By", "Access-Control-Allow-Origin", "Access-Control-Allow-Methods");

    private AnswerHeaders() {}

    /** Nothing where all is as it should be. */
    public static List<String> faults(HttpResponse<?> answer) {
        List<String> faults = new ArrayList<>();
        HttpHeaders headers = answer.headers();
        String policy = String.join(";", headers.allValues("Content-Security-Policy"));
        for (String needed : List.of("default-src 'none'", "frame-ancestors 'none'")) {
            if (!policy.contains(needed) && !policy.contains("sandbox")) {
                faults.add("Content-Security-Policy without " + needed);
            }
        }
        if (policy.toLowerCase(Locale.ROOT).contains("unsafe")) {
            faults.add("Content-Security-Policy: " + policy);
        }
        expect(headers, "X-Content-Type-Options", "nosniff", faults);
        if (!headers.allValues("Referrer-Policy").equals(List.of("no-referrer"))) {
            expect(headers, "Referrer-Policy", "same-origin", faults);
        }
        expect(headers, "X-Frame-Options", "DENY", faults);
        headers.allValues("Set-Cookie").stream()
                .filter(cookie -> !isSafe(cookie))
                .forEach(cookie -> faults.add("Set-Cookie: " + cookie));
        NEVER.stream().filter(name -> headers.firstValue(name).isPresent()).forEach(faults::add);
        return faults;
    }

    /** Ports do not keep cookies apart, so that each names its service; no script reads it, no other site sends it. */
    private static boolean isSafe(String cookie) {
        return cookie.startsWith("WAYMARK_") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax");
    }

    private static void expect(HttpHeaders headers, String name, String value, List<String> faults) {
        if (!headers.allValues(name).equals(List.of(value))) {
            faults.add(name + ": " + headers.allValues(name));
        }
    }
}
