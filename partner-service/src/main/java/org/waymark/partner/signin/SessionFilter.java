package org.waymark.partner.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.waymark.partner.signin.Session.Stage;

/** Knows who has signed in by the cookie, as long as that person may still act for what was chosen. */
final class SessionFilter extends OncePerRequestFilter {

    private final Sessions sessions;
    private final Choices choices;

    SessionFilter(Sessions sessions, Choices choices) {
        this.sessions = sessions;
        this.choices = choices;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        sessions.of(request)
                .filter(one -> one.stage() == Stage.DONE)
                .filter(one -> !choices.roles(one.person(), one.organization()).isEmpty())
                .ifPresent(one -> SecurityContextHolder.setContext(
                        new SecurityContextImpl(new SignedIn(one.person(), one.organization(), one.since()))));
        chain.doFilter(request, response);
    }
}
