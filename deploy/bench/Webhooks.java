import ch.qos.logback.classic.Level;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.embedded.EmbeddedKafka;
import org.waymark.embedded.EmbeddedMongo;
import org.waymark.notification.NotificationService;
import org.waymark.notification.webhook.domain.Delivery;
import org.waymark.notification.webhook.domain.Webhook;
import org.waymark.notification.webhook.send.Dispatcher;
import org.waymark.notification.webhook.store.Deliveries;

/**
 * How long messages take to webhooks that are well: alone, and beside some that are slow, fail, ask to be left alone or
 * cannot be reached. Four rounds, without, with, with, without, so that whatever else the machine does falls on both. Run
 * it by {@code deploy/bench/webhooks}.
 */
final class Webhooks {

    private static final int HEALTHY = 20;
    private static final Duration EACH = Duration.ofMillis(40);
    private static final Duration SLOW = Duration.ofSeconds(30);
    private static final String[] BROKEN = {"/slow", "/slow", "/failing", "/busy", "unreachable"};

    private final org.waymark.notification.webhook.store.Webhooks webhooks;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final String address;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Queue<Double> took = new ConcurrentLinkedQueue<>();

    private Webhooks(ConfigurableApplicationContext service, HttpServer receiver) {
        this.webhooks = service.getBean(org.waymark.notification.webhook.store.Webhooks.class);
        this.deliveries = service.getBean(Deliveries.class);
        this.dispatcher = service.getBean(Dispatcher.class);
        this.address = "http://127.0.0.1:" + receiver.getAddress().getPort();
        receiver.createContext("/", this::take);
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.ERROR);
        Duration round = Duration.ofSeconds(arguments.length == 0 ? 20 : Long.parseLong(arguments[0]));
        Path folder = Files.createTempDirectory("webhooks");
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.start();
        try (EmbeddedMongo mongo = EmbeddedMongo.start(Files.createDirectory(folder.resolve("store")), freePort());
                EmbeddedKafka kafka = EmbeddedKafka.start(Files.createDirectory(folder.resolve("broker")), freePort())) {
            kafka.createTopics(Map.of("waymark.partners", 1, "waymark.commitments", 1, "waymark.alerts", 1));
            try (ConfigurableApplicationContext service = NotificationService.application()
                    .run(
                            "--server.port=0",
                            "--spring.mongodb.uri=" + mongo.uri("notification-service"),
                            "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                            "--spring.cloud.function.definition=groups",
                            "--waymark.embedded-store=true",
                            "--waymark.webhooks.plain-http=true",
                            "--waymark.webhooks.allowed-networks=127.0.0.0/8")) {
                new Webhooks(service, receiver).run(round);
            }
        }
        receiver.stop(0);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        System.exit(0);
    }

    private void run(Duration round) {
        List<Webhook> healthy = IntStream.range(0, HEALTHY).mapToObj(i -> added(address + "/healthy")).toList();
        List<Webhook> broken = Stream.of(BROKEN)
                .map(path -> added(path.startsWith("/") ? address + path : "http://127.0.0.1:9/"))
                .toList();
        round(Duration.ofSeconds(5), healthy, List.of());
        List<Double> without = round(round, healthy, List.of());
        List<Double> with = round(round, healthy, broken);
        with.addAll(round(round, healthy, broken));
        without.addAll(round(round, healthy, List.of()));
        System.out.printf(
                "%d messages to %d healthy webhooks with %d broken ones, %d without%n",
                with.size(), HEALTHY, broken.size(), without.size());
        System.out.printf("with : without      median %.2f   p99 %.2f%n", part(with, 0.5) / part(without, 0.5), part(with, 0.99) / part(without, 0.99));
    }

    private Webhook added(String url) {
        String id = UUID.randomUUID().toString();
        return webhooks.add(Webhook.create(id, null, URI.create(url), Set.of(), Instant.now())).webhook();
    }

    /** A message to a healthy one at a steady pace, and as many to broken ones; times in seconds. */
    private List<Double> round(Duration lasts, List<Webhook> healthy, List<Webhook> broken) {
        took.clear();
        long began = System.nanoTime();
        int count = (int) lasts.dividedBy(EACH);
        for (int i = 0; i < count; i++) {
            LockSupport.parkNanos(began + i * EACH.toNanos() - System.nanoTime());
            if (!broken.isEmpty()) {
                add(broken.get(i % broken.size()));
            }
            add(healthy.get(i % healthy.size()));
        }
        while (took.size() < count) {
            LockSupport.parkNanos(1_000_000);
        }
        return new ArrayList<>(took);
    }

    private void add(Webhook webhook) {
        Delivery made = Delivery.of(UUID.randomUUID().toString(), webhook, "ping", null, "{}", Instant.now());
        sent.put(made.id(), System.nanoTime());
        deliveries.add(List.of(made));
        dispatcher.wake();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestURI().getPath()) {
                case "/slow" -> LockSupport.parkNanos(SLOW.toNanos());
                case "/failing" -> exchange.sendResponseHeaders(500, -1);
                case "/busy" -> {
                    exchange.getResponseHeaders().add("Retry-After", "60");
                    exchange.sendResponseHeaders(429, -1);
                }
                default -> {
                    took.add((System.nanoTime() - sent.get(exchange.getRequestHeaders().getFirst("webhook-id"))) / 1e9);
                    exchange.sendResponseHeaders(204, -1);
                }
            }
        }
    }

    private static double part(List<Double> times, double share) {
        return times.stream().sorted().skip((long) (share * (times.size() - 1))).findFirst().orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
