package org.waymark.progress.dashboard.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.waymark.platform.Feed;
import org.waymark.progress.dashboard.store.Dashboard;

/**
 * Answers 304 before anything is reckoned: what is shown follows from how far the topics have been read, the day, and the
 * question. How far is read first, so that the tag may be older than what is shown, never newer. A single card has a tag of
 * its own, and who waits for one does so; alerts are told by another topic, and not to everybody.
 */
@Configuration
class UnchangedFigures implements WebMvcConfigurer, HandlerInterceptor {

    private final Dashboard dashboard;
    private final Feed<?> directory;
    private final Clock clock;

    UnchangedFigures(Dashboard dashboard, @Qualifier("directory") Feed<?> directory, Clock clock) {
        this.dashboard = dashboard;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/api/dashboard/**")
                .excludePathPatterns("/api/dashboard/stream", "/api/dashboard/commitments/*", "/api/dashboard/alerts");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        return !request.getMethod().equals("GET")
                || !new ServletWebRequest(request, response).checkNotModified(tag(request));
    }

    private String tag(HttpServletRequest request) {
        String shown = String.join(
                " ",
                dashboard.state(),
                new TreeMap<>(directory.positions()).toString(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
                String.valueOf(getClass().getPackage().getImplementationVersion()),
                String.valueOf(request.getHeader("Accept")),
                request.getRequestURI(),
                String.valueOf(request.getQueryString()));
        return "W/\"" + UUID.nameUUIDFromBytes(shown.getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
