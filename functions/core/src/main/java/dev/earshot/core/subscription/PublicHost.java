package dev.earshot.core.subscription;

import dev.earshot.core.internet.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells hosts of the internet from those of one machine or network, as far as the words tell; nothing is looked up. */
final class PublicHost {

    /** Anything else made of digits and dots is read differently by different programs. */
    private static final Pattern IPV4 = Pattern.compile("((0|[1-9][0-9]{0,2})(\\.|$)){4}");

    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");

    private PublicHost() {}

    /** Whether the host of a URL, as {@link java.net.URI#getHost()} gives it, may be on the internet. */
    static boolean is(String host) {
        if (host.startsWith("[")) {
            return !host.contains("%") && isPublicAddress(host);
        }
        if (DIGITS_AND_DOTS.matcher(host).matches()) {
            return IPV4.matcher(host).matches() && isPublicAddress(host);
        }
        String name = host.toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.contains(".") && !bare.endsWith(".localhost");
    }

    /** Of an address in figures, which needs no name service. */
    private static boolean isPublicAddress(String literal) {
        try {
            for (InetAddress address : InetAddress.getAllByName(literal)) {
                if (!PublicAddress.is(address)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
