package org.waymark.notification.webhook.send;

import java.net.InetAddress;

/** Addresses that begin with the same bits, as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
record Network(InetAddress first, int bits) {

    /** @throws IllegalArgumentException where it is no such text */
    static Network of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(text + " is no network: write it as 10.0.0.0/8");
        }
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
