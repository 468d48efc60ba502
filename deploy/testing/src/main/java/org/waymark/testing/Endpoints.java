package org.waymark.testing;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every method and path that a running service answers, as it says itself: its handler mappings, actuator and static
 * files included, and the security filters that answer without a handler.
 */
public final class Endpoints {

    private static final Pattern MATCHED = Pattern.compile("PathPattern \\[(?:([A-Z]+) )?(/[^\\]]*)]");

    private Endpoints() {}

    /** As {@code GET /api/things/{id}}; a handler that takes any method counts as {@code ANY}. */
    public static SortedSet<String> of(ApplicationContext context) {
        SortedSet<String> found = new TreeSet<>();
        context.getBeansOfType(HandlerMapping.class).values().forEach(mapping -> add(mapping, found));
        context.getBeansOfType(SecurityFilterChain.class).values().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .forEach(filter -> addMatched(filter, found));
        return found;
    }

    /** Paths of those whose handlers take this parameter in the query. */
    public static SortedSet<String> taking(ApplicationContext context, String parameter) {
        SortedSet<String> paths = new TreeSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler -> Arrays.stream(handler.getValue().getMethod().getParameters())
                        .anyMatch(one -> one.getName().equals(parameter)))
                .forEach(handler -> paths.addAll(handler.getKey().getPatternValues()));
        return paths;
    }

    private static void add(HandlerMapping mapping, Set<String> found) {
        if (mapping instanceof RequestMappingInfoHandlerMapping handlers) {
            handlers.getHandlerMethods().keySet().forEach(info -> add(info, found));
        } else if (mapping instanceof AbstractUrlHandlerMapping files) {
            files.getHandlerMap().keySet().forEach(path -> found.add("GET " + path));
        } else if (mapping instanceof RouterFunctionMapping routes && routes.getRouterFunction() != null) {
            found.add("ANY " + routes.getRouterFunction());
        }
    }

    private static void add(RequestMappingInfo info, Set<String> found) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .collect(Collectors.toSet());
        for (String path : info.getPatternValues()) {
            (methods.isEmpty() ? Set.of("ANY") : methods).forEach(method -> found.add(method + " " + path));
        }
    }

    /** A filter that answers by itself tells nobody where; it keeps what it matches in a field. */
    private static void addMatched(Object filter, Set<String> found) {
        ReflectionUtils.doWithFields(filter.getClass(), field -> addMatched(field, filter, found));
    }

    private static void addMatched(Field field, Object filter, Set<String> found) throws IllegalAccessException {
        if (RequestMatcher.class.isAssignableFrom(field.getType())) {
            field.setAccessible(true);
            Matcher matched = MATCHED.matcher(String.valueOf(field.get(filter)));
            while (matched.find()) {
                found.add((matched.group(1) == null ? "ANY" : matched.group(1)) + " " + matched.group(2));
            }
        }
    }
}
