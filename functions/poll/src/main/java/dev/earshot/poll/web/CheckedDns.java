package dev.earshot.poll.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Dns;

/**
 * Names lead to allowed addresses alone. Connections go to exactly the addresses that were checked here: who looks
 * a name up twice may hear two answers.
 */
final class CheckedDns implements Dns {

    /** A name without an address that may be connected to. */
    static final class NoPublicAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1;

        NoPublicAddressException() {
            super("no public address");
        }
    }

    private static final Pattern FIGURES = Pattern.compile("[0-9.]+");
    /** Any other spelling is read differently by different programs. */
    private static final Pattern IPV4 = Pattern.compile("((0|[1-9][0-9]{0,2})(\\.|$)){4}");

    private final Dns names;
    private final Predicate<InetAddress> allowed;

    /**
     * A check of what names lead to.
     *
     * @param names looks names up
     * @param allowed the addresses that may be connected to
     */
    CheckedDns(Dns names, Predicate<InetAddress> allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        return checked(names.lookup(host));
    }

    /** The same for a host in figures, which no client looks up. */
    void check(String literal) throws UnknownHostException {
        if (FIGURES.matcher(literal).matches() && !IPV4.matcher(literal).matches()) {
            throw new NoPublicAddressException();
        }
        checked(Stream.of(InetAddress.getAllByName(literal)).toList());
    }

    private List<InetAddress> checked(List<InetAddress> addresses) throws NoPublicAddressException {
        List<InetAddress> some = addresses.stream().filter(allowed).toList();
        if (some.isEmpty()) {
            throw new NoPublicAddressException();
        }
        return some;
    }
}
