package dev.earshot.core.internet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the internet from all others: those of a machine, a network, a cloud's metadata, and those that lead
 * to such by translation. What no registry has given out is none.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">Special-purpose addresses of IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">Those of IPv6</a>
 */
public final class PublicAddress {

    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            block("0.0.0.0", 8), // this network
            block("10.0.0.0", 8), // private
            block("100.64.0.0", 10), // behind a carrier
            block("127.0.0.0", 8), // this machine
            block("169.254.0.0", 16), // this link, and the metadata of clouds
            block("172.16.0.0", 12), // private
            block("192.0.0.0", 24), // protocols
            block("192.0.2.0", 24), // documentation
            block("192.88.99.0", 24), // once relays of 6to4
            block("192.168.0.0", 16), // private
            block("198.18.0.0", 15), // measurements
            block("198.51.100.0", 24), // documentation
            block("203.0.113.0", 24), // documentation
            block("224.0.0.0", 3)); // multicast, and the rest to 255.255.255.255

    /** All that was ever given out; with it go loopback, link-local, unique local, mapped, translated (64:ff9b) and multicast. */
    private static final Block GLOBAL_V6 = block("2000::", 3);

    private static final List<Block> NOT_PUBLIC_V6 = List.of(
            block("2001::", 23), // protocols, with the tunnels of Teredo
            block("2001:db8::", 32), // documentation
            block("2002::", 16), // 6to4: leads to an IPv4 address that stands in it
            block("3fff::", 20)); // documentation

    private record Block(List<Byte> start, int bits) {

        boolean has(byte[] address) {
            if (address.length != start.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += Byte.SIZE) {
                int mask = 0xFF << Math.max(0, Byte.SIZE - (bits - bit));
                if (((address[bit / Byte.SIZE] ^ start.get(bit / Byte.SIZE)) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private PublicAddress() {}

    /** Whether an address is on the internet. */
    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        List<Block> others = bytes.length == 4 ? NOT_PUBLIC_V4 : NOT_PUBLIC_V6;
        boolean given = bytes.length == 4 || GLOBAL_V6.has(bytes);
        return given && others.stream().noneMatch(block -> block.has(bytes));
    }

    private static Block block(String literal, int bits) {
        try {
            byte[] bytes = InetAddress.getByName(literal).getAddress();
            Byte[] boxed = new Byte[bytes.length];
            Arrays.setAll(boxed, i -> bytes[i]);
            return new Block(List.of(boxed), bits);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(literal + " is an address", e);
        }
    }
}
