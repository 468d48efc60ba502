package org.waymark.standalone;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Starts the broker and the store, then the services, then fills what is new; stops in the opposite order. Everything
 * listens to this machine alone.
 */
public final class Standalone {

    private final Terminal terminal;
    private final Services services = new Services();
    private volatile @Nullable Servers servers;

    /** Held on to until all has stopped: a lock that nobody refers to any more is let go. */
    private volatile @Nullable DataHome data;

    private volatile boolean stopping;
    private volatile int exitCode;

    private Standalone(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The settings are those of {@code deploy/up}, by the environment; the arguments, {@code --import FILE} each. */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(System.out, System.err);
        Standalone standalone = new Standalone(terminal);
        try {
            standalone.run(Settings.of(System.getenv(), List.of(arguments)));
        } catch (Refused e) {
            standalone.fail(e.exitCode(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            standalone.fail(1, "Interrupted.");
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Standalone.class).error("did not start", e);
            standalone.fail(1, "Waymark did not start: " + e);
        }
    }

    /** Unless it fails because it is being stopped. */
    @SuppressWarnings("SystemExitOutsideMain") // The rest of main.
    private void fail(int code, String sentence) {
        if (!stopping) {
            terminal.problem(sentence);
            exitCode = code;
            System.exit(code);
        }
    }

    private void run(Settings settings) throws InterruptedException {
        DataHome home = DataHome.open(settings.data());
        data = home;
        requireFreePorts(settings.ports());
        logTo(home);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        terminal.line("Waymark starts on the data of " + settings.data());

        Seeding.markIfNew(home);
        Credentials credentials = Credentials.of(home);
        Servers started = Servers.start(home, settings.ports());
        servers = started;
        terminal.progress("broker and store are up");
        home.sayStorePort(settings.ports().mongo());
        boolean restored = home.has(DataHome.RESTORED);
        services.start(
                Sibling.all(settings.ports(), credentials.secretariat(), restored),
                started,
                settings.ports(),
                terminal);

        Api api = new Api(settings.ports());
        if (restored) {
            awaitFolded(home, api);
        }
        Seeding.finish(home, api, credentials, terminal);
        Imports imports = new Imports(home, api, credentials.secretariat(), terminal);
        for (var file : settings.imports()) {
            imports.run(file);
        }
        ready(settings, home);
    }

    /** Until each service has read what happened after its store was copied. */
    private void awaitFolded(DataHome home, Api api) throws InterruptedException {
        Terminal.Waiting waiting = terminal.waiting("still reading what happened after the backup");
        try {
            api.awaitServed();
        } finally {
            waiting.done();
        }
        home.remove(DataHome.RESTORED);
        terminal.progress("restored: the store has what the broker knows");
    }

    private static void requireFreePorts(Settings.Ports ports) {
        List.of(
                        new OnePort("WAYMARK_PROGRESS_PORT", ports.progress()),
                        new OnePort("WAYMARK_PARTNER_PORT", ports.partner()),
                        new OnePort("WAYMARK_NOTIFICATION_PORT", ports.notification()),
                        new OnePort("WAYMARK_KAFKA_PORT", ports.kafka()),
                        new OnePort("WAYMARK_MONGO_PORT", ports.mongo()))
                .forEach(OnePort::requireFree);
    }

    /** One configuration for all: each of the services would else set up logging anew for itself. */
    private static void logTo(DataHome home) {
        System.setProperty("waymark.logs", home.subfolder("logs").toString());
        System.setProperty("logback.configurationFile", "waymark-logback.xml");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private void ready(Settings settings, DataHome home) {
        Settings.Ports ports = settings.ports();
        terminal.line(
                "Waymark is ready: board http://localhost:%d/ progress http://localhost:%d partner http://localhost:%d notification http://localhost:%d credentials %s (%d s)"
                        .formatted(
                                ports.progress(),
                                ports.progress(),
                                ports.partner(),
                                ports.notification(),
                                home.file(Credentials.FILE),
                                terminal.elapsed().toSeconds()));
    }

    /** Those who write before what they write to. Nothing acknowledged depends on this: a kill loses nothing either. */
    private void stop() {
        stopping = true;
        terminal.line("Waymark stops");
        try {
            services.close();
            Servers running = servers;
            if (running != null) {
                running.close();
            }
            DataHome held = data;
            if (held != null) {
                held.close();
            }
            terminal.line("Waymark has stopped");
        } catch (IOException e) {
            terminal.problem("The data folder was not let go: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Else the signal would become the exit code, though everything ended as it was asked to.
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
