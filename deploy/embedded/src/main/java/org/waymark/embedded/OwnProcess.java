package org.waymark.embedded;

import java.util.concurrent.CountDownLatch;

/** A server that has a process to itself: says when it can be used, and closes in good order on SIGTERM. */
final class OwnProcess {

    private OwnProcess() {}

    static void serve(AutoCloseable server, String address) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "close"));
        System.out.println("ready " + address);
        new CountDownLatch(1).await();
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("Did not close in good order: " + e);
        }
    }
}
