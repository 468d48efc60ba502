package org.waymark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import org.waymark.embedded.EmbeddedKafka;

/** The broker of this JVM; loading the class starts it. */
final class TestKafka {

    static final String BOOTSTRAP_SERVERS = Settings.named("WAYMARK_TEST_KAFKA")
            .orElseGet(() -> Settings.containers() ? Containers.kafka() : embedded());

    private TestKafka() {}

    private static String embedded() {
        try {
            Path folder = Files.createTempDirectory("waymark-test-kafka");
            EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kafka, folder)));
            return kafka.bootstrapServers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(EmbeddedKafka kafka, Path folder) {
        kafka.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
