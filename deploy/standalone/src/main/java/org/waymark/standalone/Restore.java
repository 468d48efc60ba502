package org.waymark.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.standalone.Manifest.Entry;

/**
 * Makes a data folder of a backup. All of it is copied beside the place it goes to, and compared with the manifest,
 * before anything there is touched; what stood there is moved aside, never removed.
 */
final class Restore {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private Restore() {}

    /** {@code [--replace] FOLDER}; the data folder is that of {@code deploy/up}, by the environment. */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(System.out, System.err);
        try {
            Settings settings = Settings.of(System.getenv(), List.of());
            boolean replace = arguments[0].equals("--replace");
            Path backup =
                    Path.of(arguments[arguments.length - 1]).toAbsolutePath().normalize();
            run(backup, settings.data(), replace, terminal);
        } catch (Refused e) {
            terminal.problem(String.valueOf(e.getMessage()));
            System.exit(e.exitCode());
        }
    }

    private static void run(Path backup, Path data, boolean replace, Terminal terminal) {
        Manifest manifest = Manifest.of(backup);
        boolean taken = isTaken(data);
        if (taken && !replace) {
            throw Refused.because(
                    "The data folder %s is not empty: --replace moves it aside, or set WAYMARK_DATA to another."
                            .formatted(data));
        }
        try (DataHome held = taken ? DataHome.open(data) : null) {
            String stamp = LocalDateTime.now(java.time.ZoneId.systemDefault()).format(STAMP);
            Path draft = data.resolveSibling(data.getFileName() + ".restoring-" + stamp);
            copy(manifest, backup, draft);
            moveIn(draft, data, held == null ? null : data.resolveSibling(data.getFileName() + ".replaced-" + stamp));
            terminal.line("%s holds the backup of %s again%s. The next deploy/up reads on from there."
                    .formatted(
                            data,
                            manifest.begun(),
                            held == null ? "" : "; what was there is in " + data.getFileName() + ".replaced-" + stamp));
        } catch (IOException e) {
            throw Refused.because("Nothing was restored (%s).".formatted(DataHome.reason(e)));
        }
    }

    private static boolean isTaken(Path data) {
        try {
            return Files.exists(data) && !DataHome.isEmpty(data);
        } catch (IOException e) {
            throw Refused.because("The data folder %s cannot be used (%s).".formatted(data, DataHome.reason(e)));
        }
    }

    private static void copy(Manifest manifest, Path backup, Path draft) throws IOException {
        try {
            Copying copying = new Copying(draft);
            for (Entry promised : manifest.files()) {
                if (!copying.copy(backup.resolve(promised.path()), promised.path())
                        .equals(promised)) {
                    throw Refused.because(
                            "The backup %s is damaged: %s is not what its manifest says. Nothing was touched."
                                    .formatted(backup, promised.path()));
                }
            }
            Files.writeString(draft.resolve(DataHome.RESTORED), manifest.begun() + "\n");
        } catch (IOException | Refused e) {
            Copying.remove(draft);
            throw e;
        }
    }

    private static void moveIn(Path draft, Path data, @Nullable Path aside) throws IOException {
        if (aside != null) {
            Files.move(data, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (aside != null) {
                Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
    }
}
