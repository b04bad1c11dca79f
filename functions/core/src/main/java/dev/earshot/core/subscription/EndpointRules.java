package dev.earshot.core.subscription;

import dev.earshot.core.routing.Department;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each protocol's endpoint must look like. */
final class EndpointRules {

    private static final int LONGEST_URL = 2_048;
    private static final int LARGEST_PORT = 65_535;

    /** Printable ASCII: nothing that could break a line, hide, or look like something else. */
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E]+");

    private static final Pattern QUEUE =
            Pattern.compile("arn:aws(-[a-z]{2,4}){0,2}:sqs:[a-z0-9-]{1,32}:[0-9]{12}:[A-Za-z0-9_-]{1,80}");

    private EndpointRules() {}

    /** The rule that an endpoint breaks, for people; empty when it is in order. */
    static Optional<String> problem(Protocol protocol, String endpoint, EndpointPolicy policy) {
        return switch (protocol) {
            case EMAIL -> mail(endpoint, policy);
            case SQS ->
                unless(
                        endpoint.length() <= LONGEST_URL
                                && QUEUE.matcher(endpoint).matches(),
                        "the ARN of a standard SQS queue");
            case HTTP, HTTPS -> web(protocol, endpoint, policy.allowPrivateAddresses());
        };
    }

    private static Optional<String> mail(String endpoint, EndpointPolicy policy) {
        return isMail(endpoint)
                ? unless(policy.allowsMail(endpoint), "an e-mail address of a domain that mail may go to")
                : Optional.of("an e-mail address in ASCII");
    }

    private static boolean isMail(String endpoint) {
        // Bounded first: the form is only looked at when it is short.
        return endpoint.length() <= 255
                && PLAIN.matcher(endpoint).matches()
                && Department.MAIL_ADDRESS.matcher(endpoint).matches();
    }

    private static Optional<String> web(Protocol protocol, String endpoint, boolean allowPrivateAddresses) {
        String form = "an absolute " + protocol.word() + " URL in ASCII with a host, at most 2,048 characters";
        if (endpoint.length() > LONGEST_URL || !PLAIN.matcher(endpoint).matches()) {
            return Optional.of(form);
        }
        try {
            return web(protocol, new URI(endpoint), form, allowPrivateAddresses);
        } catch (URISyntaxException e) {
            return Optional.of(form);
        }
    }

    private static Optional<String> web(Protocol protocol, URI uri, String form, boolean allowPrivateAddresses) {
        if (!protocol.word().equals(uri.getScheme()) || uri.getRawAuthority() == null) {
            return Optional.of(form);
        }
        if (uri.getRawAuthority().contains("@")) {
            return Optional.of("a URL without user name and password: lists show it");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
            return Optional.of(form);
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("a URL without a fragment");
        }
        return unless(allowPrivateAddresses || PublicHost.is(uri.getHost()), "a URL that the internet can reach");
    }

    private static Optional<String> unless(boolean holds, String rule) {
        return holds ? Optional.empty() : Optional.of(rule);
    }
}
