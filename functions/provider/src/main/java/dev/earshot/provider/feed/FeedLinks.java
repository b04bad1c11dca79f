package dev.earshot.provider.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself.
 *
 * @param hub where it is pushed from, if anywhere
 * @param self what it calls itself
 */
public record FeedLinks(Optional<String> hub, Optional<String> self) {

    private static final String REDIRECTION = "/url";

    /** The links of a feed's bytes; none when they are no feed. */
    public static FeedLinks of(byte[] feed) {
        if (!(FeedXml.read(feed) instanceof FeedXml.Read xml)) {
            return new FeedLinks(Optional.empty(), Optional.empty());
        }
        Element root = xml.document().getRootElement();
        Element channel = root.getChild("channel", root.getNamespace());
        Element head = channel == null ? root : channel;
        return new FeedLinks(link(head, "hub"), link(head, "self"));
    }

    private static Optional<String> link(Element head, String relation) {
        List<Element> links = head.getChildren("link", Vocabulary.atom());
        return links.stream()
                .filter(link -> relation.equals(link.getAttributeValue("rel")))
                .map(link -> link.getAttributeValue("href"))
                .filter(href -> href != null && !href.isBlank())
                .findFirst()
                .map(String::strip);
    }

    /** Where a link leads; Google Alerts counts clicks with an address of its own before it. */
    static @Nullable String real(@Nullable String link) {
        if (link == null || !link.contains("google.")) {
            return link == null ? null : link.strip();
        }
        try {
            URI uri = new URI(link.strip());
            boolean counted = REDIRECTION.equals(uri.getPath())
                    && String.valueOf(uri.getHost()).startsWith("www.google.");
            return counted ? target(String.valueOf(uri.getRawQuery())).orElse(link.strip()) : link.strip();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return link.strip();
        }
    }

    private static Optional<String> target(String query) {
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith("url=")) {
                return Optional.of(URLDecoder.decode(parameter.substring("url=".length()), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
