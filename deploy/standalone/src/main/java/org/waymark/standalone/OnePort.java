package org.waymark.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Tried before anything starts, so that a taken port is one line at once and not a stack trace after ten seconds. */
record OnePort(String setting, int port) {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /** @throws Refused where somebody listens there already */
    void requireFree() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(LOOPBACK, port));
        } catch (IOException e) {
            throw Refused.because("Port %d cannot be used (%s): stop what uses it, or set %s to another one."
                    .formatted(port, e.getMessage(), setting));
        }
    }
}
