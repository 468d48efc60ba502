package org.waymark.notification.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.notification.webhook.WebhookSettings;
import org.waymark.notification.webhook.domain.Attempt;
import org.waymark.notification.webhook.domain.Delivery;
import org.waymark.notification.webhook.domain.Webhook;

@SuppressWarnings("NullAway.Init")
class ForbiddenAddressesTest {

    /** How one and the same address can be written. */
    private static final List<String> WRITTEN_OTHERWISE = List.of(
            "2130706433",
            "0x7f000001",
            "0x7f.0.0.1",
            "127.1",
            "127.0.1",
            "0",
            "0.0.0.0",
            "3232235777",
            "0xc0a80101",
            "0300.0250.1.1",
            "192.168.257",
            "10.1",
            "2852039166",
            "0xa9.0xfe.0xa9.0xfe",
            "0251.0376.0251.0376",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::ffff:a9fe:a9fe]",
            "[::127.0.0.1]",
            "[0:0:0:0:0:0:0:1]",
            "[0:0:0:0:0:ffff:10.0.0.1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b::a00:1]",
            "[64:ff9b:1::1]",
            "[2002:7f00:1::]",
            "[2002:a00:1::]",
            "[2002:c0a8:101::1]",
            "[2001:0:7f00:1::]",
            "localhost",
            "LOCALHOST",
            "localhost.",
            "ip6-localhost");

    /** The first, a middle and the last address of each network that is not public. */
    private static final List<String> LITERAL = List.of(
            "0.0.0.0",
            "0.1.2.3",
            "0.255.255.255",
            "10.0.0.0",
            "10.0.0.1",
            "10.128.7.9",
            "10.255.255.255",
            "100.64.0.0",
            "100.100.100.200",
            "100.127.255.255",
            "127.0.0.0",
            "127.0.0.1",
            "127.0.0.2",
            "127.77.7.7",
            "127.255.255.255",
            "169.254.0.0",
            "169.254.169.254",
            "169.254.170.2",
            "169.254.255.255",
            "172.16.0.0",
            "172.16.0.1",
            "172.24.3.4",
            "172.31.255.255",
            "192.0.0.0",
            "192.0.0.8",
            "192.0.0.170",
            "192.0.0.255",
            "192.0.2.0",
            "192.0.2.77",
            "192.0.2.255",
            "192.88.99.0",
            "192.88.99.1",
            "192.88.99.255",
            "192.168.0.0",
            "192.168.0.1",
            "192.168.1.1",
            "192.168.100.100",
            "192.168.255.255",
            "198.18.0.0",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.0",
            "198.51.100.7",
            "198.51.100.255",
            "203.0.113.0",
            "203.0.113.9",
            "203.0.113.255",
            "224.0.0.0",
            "224.0.0.1",
            "232.1.1.1",
            "239.255.255.250",
            "239.255.255.255",
            "240.0.0.0",
            "240.0.0.1",
            "250.1.2.3",
            "255.255.255.254",
            "255.255.255.255",
            "::",
            "::1",
            "::2",
            "::ffff:0:1",
            "::7f00:1",
            "::a00:1",
            "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:172.16.0.1",
            "::ffff:192.168.1.1",
            "::ffff:0.0.0.0",
            "::ffff:255.255.255.255",
            "::ffff:100.64.0.1",
            "64:ff9b::1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::7f00:1",
            "100::",
            "100::1",
            "100:0:0:1::1",
            "2001::",
            "2001::1",
            "2001:0:4136:e378::1",
            "2001:2::1",
            "2001:10::1",
            "2001:1f:ffff::1",
            "2001:20::1",
            "2001:2f::1",
            "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
            "2001:db8::",
            "2001:db8::1",
            "2001:db8:85a3::8a2e:370:7334",
            "2001:db8:ffff:ffff::1",
            "2002::",
            "2002:7f00:1::1",
            "2002:a00:1::1",
            "2002:c0a8:1:1::1",
            "2002:ffff:ffff::1",
            "3fff::",
            "3fff:fff:ffff::1",
            "4000::1",
            "5f00::1",
            "8000::1",
            "c000::1",
            "e000::1",
            "fc00::",
            "fc00::1",
            "fd00::1",
            "fd00:ec2::254",
            "fd12:3456:789a::1",
            "fdff:ffff::1",
            "fe00::1",
            "fe80::",
            "fe80::1",
            "fe80::a9fe:a9fe",
            "febf:ffff::1",
            "fec0::1",
            "feff::1",
            "ff00::",
            "ff01::1",
            "ff02::1",
            "ff02::fb",
            "ff05::2",
            "ff0e::1",
            "ffff::1");

    private static final List<String> PUBLIC = List.of(
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.0",
            "192.0.3.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2001:200::1",
            "2001:db7:ffff::1",
            "2001:db9::1",
            "2003::1",
            "2606:4700:4700::1111",
            "2a00:1450::1",
            "3ffe:ffff::1");

    private final AtomicInteger heard = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void somebody_listens_on_each_address_of_this_machine() throws IOException {
        server = HttpServer.create(new InetSocketAddress(0), 0);
        server.createContext("/", exchange -> {
            heard.incrementAndGet();
            exchange.getResponseHeaders().add("Connection", "close"); // so that the name is looked up each time
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    static Stream<Arguments> forbidden() {
        return Stream.concat(
                WRITTEN_OTHERWISE.stream().map(host -> arguments(host, SystemDefaultDnsResolver.INSTANCE)),
                LITERAL.stream()
                        .flatMap(address -> Stream.of(
                                arguments(
                                        address.contains(":") ? "[" + address + "]" : address,
                                        SystemDefaultDnsResolver.INSTANCE),
                                arguments("innocent.example.org", fixed(address)))));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("forbidden")
    void are_never_connected_to(String host, DnsResolver names) throws Exception {
        try (Sender sender = sender(names, List.of())) {
            Attempt attempt = send(sender, host);

            assertThat(attempt.status()).isNull();
            assertThat(attempt.answer()).matches(".*(is not on the public internet|is not known)\\.");
        }
        assertThat(heard).hasValue(0);
    }

    @Test
    void are_more_than_hundred_and_fifty_and_none_of_the_public_ones_is_among_them() {
        PublicAddresses addresses = new PublicAddresses(SystemDefaultDnsResolver.INSTANCE, List.of());

        assertThat(forbidden().count()).isGreaterThan(150);
        assertThat(PUBLIC).allMatch(address -> addresses.isPublic(InetAddress.ofLiteral(address)));
        assertThat(LITERAL).noneMatch(address -> addresses.isPublic(InetAddress.ofLiteral(address)));
    }

    /** This platform takes leading zeros for nothing: what is connected to is what was checked. */
    @Test
    void are_not_meant_by_numbers_with_leading_zeros() throws Exception {
        PublicAddresses addresses = new PublicAddresses(SystemDefaultDnsResolver.INSTANCE, List.of());

        assertThat(addresses.resolve("0177.0.0.1")).containsExactly(InetAddress.ofLiteral("177.0.0.1"));
    }

    @Test
    void are_not_reached_by_a_name_that_means_something_else_the_second_time() throws Exception {
        Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.1"));
        try (Sender sender = sender(resolver("rebinding", () -> answers.remove()), List.of("127.0.0.2/32"))) {
            Attempt first = send(sender, "rebinding.example.org");
            Attempt second = send(sender, "rebinding.example.org");

            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isNull();
            assertThat(second.answer()).contains("is not on the public internet");
        }
        assertThat(heard).hasValue(1);
    }

    @Test
    void are_not_reached_by_a_redirect() throws Exception {
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        try (Sender sender = sender(fixed("127.0.0.1"), List.of("127.0.0.0/8"))) {
            Attempt attempt = sender.send(webhook("redirecting.example.org", "/elsewhere"), delivery());

            assertThat(attempt.status()).isEqualTo(302);
            assertThat(attempt.isTaken()).isFalse();
        }
        assertThat(heard).hasValue(0);
    }

    private Attempt send(Sender sender, String host) {
        return sender.send(webhook(host, "/"), delivery());
    }

    private Webhook webhook(String host, String path) {
        URI url = URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
        return Webhook.create("w", null, url, Set.of(), Instant.now());
    }

    private static Delivery delivery() {
        Webhook any = Webhook.create("w", null, URI.create("https://example.org/"), Set.of(), Instant.now());
        return Delivery.of("d", any, "ping", null, "{}", Instant.now());
    }

    private static Sender sender(DnsResolver names, List<String> allowed) {
        WebhookSettings settings = new WebhookSettings(
                Duration.ofSeconds(5), 4, Duration.ofSeconds(30), Duration.ofSeconds(1), allowed, true);
        return new Sender(settings, names, Clock.systemUTC());
    }

    private static DnsResolver fixed(String address) {
        return resolver(address, () -> address);
    }

    private static DnsResolver resolver(String title, java.util.function.Supplier<String> address) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.ofLiteral(address.get())};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }

            @Override
            public String toString() {
                return "a name for " + title;
            }
        };
    }
}
