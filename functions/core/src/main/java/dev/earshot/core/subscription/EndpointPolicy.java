package dev.earshot.core.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where subscriptions may go, as whoever runs Earshot decided; it holds for everybody.
 *
 * @param allowPrivateAddresses whether endpoints may be on one's own machine or network, and plain http
 * @param emailDomains the domains that mail may go to, in lower case, subdomains not included; empty for any
 */
public record EndpointPolicy(boolean allowPrivateAddresses, Set<String> emailDomains) {

    public EndpointPolicy {
        emailDomains = Set.copyOf(emailDomains);
    }

    /** The policy with a list of domains with commas between them; a blank one for any. */
    public static EndpointPolicy of(boolean allowPrivateAddresses, String emailDomains) {
        return new EndpointPolicy(
                allowPrivateAddresses,
                Arrays.stream(emailDomains.split(",", -1))
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                        .filter(domain -> !domain.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** Whether mail may go to an address. */
    boolean allowsMail(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return emailDomains.isEmpty() || emailDomains.contains(domain);
    }
}
