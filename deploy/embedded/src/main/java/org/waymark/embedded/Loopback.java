package org.waymark.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The servers here have no passwords, so they listen to this machine alone. Ports are tried before a server starts:
 * both libraries report a taken port late, one of them by ending the process.
 */
final class Loopback {

    static final String HOST = "127.0.0.1";

    static final InetAddress ADDRESS = InetAddress.ofLiteral(HOST);

    private Loopback() {}

    /** The wanted port, or a free one for 0; a taken port is refused with a sentence that says what to do. */
    static int port(String server, int wanted) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(ADDRESS, wanted));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "%s cannot listen on %s:%d (%s): stop what uses that port, or choose another one."
                            .formatted(server, HOST, wanted, e.getMessage()),
                    e);
        }
    }
}
