package dev.earshot.local.trace;

import java.net.URI;

/** An endpoint as it may be shown to whoever traces a mention: enough to know it by, without what is secret or private. */
final class Masked {

    private Masked() {}

    /** The first letter of an address and its domain; an origin without its path; a queue's name. */
    static String endpoint(String endpoint) {
        if (endpoint.startsWith("arn:")) {
            return endpoint.substring(endpoint.lastIndexOf(':') + 1);
        }
        int at = endpoint.lastIndexOf('@');
        if (at > 0 && !endpoint.contains("://")) {
            return endpoint.substring(0, endpoint.offsetByCodePoints(0, 1)) + "…" + endpoint.substring(at);
        }
        return origin(endpoint);
    }

    private static String origin(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return "…";
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getScheme() + "://" + uri.getHost() + port + "/…";
        } catch (IllegalArgumentException e) {
            return "…";
        }
    }
}
