package org.waymark.standalone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** The three services, started side by side and stopped side by side. */
final class Services {

    private final List<ConfigurableApplicationContext> contexts = Collections.synchronizedList(new ArrayList<>());

    /** @throws Refused with the reason of the first that did not start, when all have tried */
    void start(List<Sibling> siblings, Servers servers, Settings.Ports ports, Terminal terminal)
            throws InterruptedException {
        Map<Sibling, Future<?>> starting = new LinkedHashMap<>();
        for (Sibling sibling : siblings) {
            FutureTask<?> task = new FutureTask<>(() -> start(sibling, servers, ports, terminal), null);
            starting.put(sibling, task);
            // Platform threads: starting is loading classes, which holds on to the carrier of a virtual one.
            Thread.ofPlatform().name("start-" + sibling.name()).start(task);
        }
        for (var entry : starting.entrySet()) {
            await(entry.getKey(), entry.getValue());
        }
    }

    private void start(Sibling sibling, Servers servers, Settings.Ports ports, Terminal terminal) {
        contexts.add(sibling.application().get().registerShutdownHook(false).run(arguments(sibling, servers, ports)));
        terminal.progress(sibling.name() + " is up");
    }

    private static void await(Sibling sibling, Future<?> start) throws InterruptedException {
        try {
            start.get();
        } catch (ExecutionException e) {
            LoggerFactory.getLogger(Services.class).error("{} did not start", sibling, e.getCause());
            throw Refused.because("%s did not start: %s".formatted(sibling, rootMessage(e)));
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("");
    }

    /** As arguments, because these come before whatever the service's own file says. */
    private static String[] arguments(Sibling sibling, Servers servers, Settings.Ports ports) {
        String issuer = "http://localhost:" + ports.partner();
        String excluded = sibling.notItsOwn().stream().map(Class::getName).collect(Collectors.joining(","));
        Stream<String> shared = Stream.of(
                "server.address=127.0.0.1",
                "server.port=" + sibling.port(),
                "spring.jmx.enabled=false",
                "spring.kafka.bootstrap-servers=" + servers.kafka().bootstrapServers(),
                "spring.kafka.client-id=" + sibling.name(),
                // A member that comes back by name goes on at once; else the broker would wait 45 s for the one killed.
                "spring.cloud.stream.kafka.binder.consumer-properties.group.instance.id=" + sibling.name(),
                "spring.mongodb.uri=" + servers.mongo().uri(sibling.name()),
                "spring.autoconfigure.exclude=" + excluded,
                "management.metrics.use-global-registry=false",
                "waymark.embedded-store=true",
                // One machine for a try: nobody is to be kept out, and whoever measures it must meet the service alone.
                "waymark.limits.per-client=1000000",
                "waymark.limits.per-organization=1000000",
                "waymark.limits.per-address=1000000",
                "waymark.streams.per-caller=5000",
                "waymark.security.issuer=" + issuer,
                // Not by name, which may mean another address than the one that is listened on.
                "waymark.security.jwk-set-uri=http://127.0.0.1:" + ports.partner() + "/oauth2/jwks");
        return Stream.concat(shared, sibling.settings().stream())
                .map("--"::concat)
                .toArray(String[]::new);
    }

    /** Closes what has started. */
    void close() throws InterruptedException {
        List<Thread> closing = new ArrayList<>();
        for (ConfigurableApplicationContext context : List.copyOf(contexts)) {
            closing.add(Thread.ofPlatform().start(context::close));
        }
        for (Thread thread : closing) {
            thread.join();
        }
    }
}
