package org.waymark.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Stands between the services and a server, on loopback, and makes the network as bad as it is told to. */
final class TcpProxy implements AutoCloseable {

    private enum Mode {
        OPEN,
        /** Bytes wait; connections stand. */
        PAUSED,
        /** Every connection is reset, also a new one. */
        UNREACHABLE
    }

    /** A connection of a client and the one made for it to the server. */
    private record Pair(Socket client, Socket server) {

        void reset() {
            for (Socket socket : new Socket[] {client, server}) {
                try {
                    socket.setSoLinger(true, 0);
                    socket.close();
                } catch (IOException e) {
                    // It is closed already, which is what was wanted.
                }
            }
        }
    }

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final int target;
    private final ServerSocket listening;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final Semaphore answersToCut = new Semaphore(0);
    private final Object turn = new Object();
    private Mode mode = Mode.OPEN;
    private volatile @Nullable String cutAnswersTo;

    TcpProxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 200, LOOPBACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void open() {
        enter(Mode.OPEN);
    }

    void pause() {
        enter(Mode.PAUSED);
    }

    void unreachable() {
        enter(Mode.UNREACHABLE);
        cut();
    }

    /** Resets what stands; new connections are let through. */
    void cut() {
        pairs.forEach(Pair::reset);
    }

    /** Of the next so many requests that hold this text, the answer never comes: the connection is reset instead. */
    void cutAnswers(String text, int count) {
        cutAnswersTo = text;
        answersToCut.drainPermits();
        answersToCut.release(count);
    }

    private void enter(Mode next) {
        synchronized (turn) {
            mode = next;
            turn.notifyAll();
        }
    }

    private Mode awaitTurn() throws InterruptedException {
        synchronized (turn) {
            while (mode == Mode.PAUSED) {
                turn.wait();
            }
            return mode;
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            if (awaitTurn() == Mode.UNREACHABLE) {
                client.setSoLinger(true, 0);
                client.close();
                return;
            }
            client.setTcpNoDelay(true);
            Socket server = new Socket(LOOPBACK, target);
            server.setTcpNoDelay(true);
            Pair pair = new Pair(client, server);
            pairs.add(pair);
            Semaphore doomed = new Semaphore(0);
            Thread.ofVirtual().start(() -> pump(pair, client, server, doomed, true));
            pump(pair, server, client, doomed, false);
        } catch (IOException e) {
            new Pair(client, client).reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Pair pair, Socket from, Socket to, Semaphore doomed, boolean requests) {
        byte[] bytes = new byte[1 << 16];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitTurn();
                if (requests && isToBeCut(bytes, read)) {
                    doomed.release();
                } else if (!requests && doomed.tryAcquire()) {
                    break;
                }
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // The connection has ended, one way or another.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pairs.remove(pair);
            pair.reset();
        }
    }

    private boolean isToBeCut(byte[] bytes, int length) {
        String text = cutAnswersTo;
        return text != null
                && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(text)
                && answersToCut.tryAcquire();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
