package org.waymark.testing;

import com.mongodb.ConnectionString;
import java.util.Objects;
import java.util.UUID;
import org.waymark.embedded.EmbeddedMongo;

/** The store of this JVM; loading the class starts it. */
final class TestMongo {

    /** Whether it is the embedded one, which needs an index of its own for guarded writes. */
    static final boolean EMBEDDED = Settings.named("WAYMARK_TEST_MONGODB_URI").isEmpty() && !Settings.containers();

    private static final String SERVER = Settings.named("WAYMARK_TEST_MONGODB_URI")
            .orElseGet(() -> Settings.containers()
                    ? Containers.mongo()
                    : EmbeddedMongo.inMemory().uri(""));

    /** Runs that share a server must not share data. */
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private TestMongo() {}

    static String uri(String database) {
        return inDatabase(SERVER, database + "_" + RUN);
    }

    /** Names another database, but goes on signing in where the URI did. */
    static String inDatabase(String server, String database) {
        ConnectionString uri = new ConnectionString(server);
        int authority = server.indexOf("://") + "://".length();
        int end = server.indexOf('/', authority);
        int options = server.indexOf('?', authority);
        String address = end >= 0 ? server.substring(0, end) : options >= 0 ? server.substring(0, options) : server;
        String query = options >= 0 ? server.substring(options + 1) : "";
        if (uri.getCredential() != null && !query.contains("authSource=")) {
            String source = "authSource=" + Objects.requireNonNullElse(uri.getDatabase(), "admin");
            query = query.isEmpty() ? source : query + "&" + source;
        }
        return address + "/" + database + (query.isEmpty() ? "" : "?" + query);
    }
}
