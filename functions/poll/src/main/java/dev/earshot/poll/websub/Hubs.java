package dev.earshot.poll.websub;

import dev.earshot.poll.web.Deadline;
import dev.earshot.poll.web.SafeWeb;
import dev.earshot.poll.web.WebAnswer;
import dev.earshot.provider.feed.FeedLinks;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the hub of a topic: in the headers of its answer, or in the feed.
 *
 * @see <a href="https://www.w3.org/TR/websub/#discovery">Discovery</a>
 */
final class Hubs {

    /** YouTube's feeds name a hub only when the hub itself delivers them. */
    private static final String YOUTUBE = "https://pubsubhubbub.appspot.com/subscribe";

    private static final Pattern OF_YOUTUBE =
            Pattern.compile("https://www\\.youtube\\.com/(xml/)?feeds/videos\\.xml\\?.+");
    private static final Pattern LINK = Pattern.compile("<([^<>]{1,2048})>([^<>]{0,512})");
    private static final Pattern IS_HUB =
            Pattern.compile("(?i);\\s*rel\\s*=\\s*(hub\\b|\"([^\"]*\\s)?hub(\\s[^\"]*)?\")");
    private static final int LONGEST_HEADER = 8 * 1024;

    private final SafeWeb web;

    Hubs(SafeWeb web) {
        this.web = web;
    }

    /** The hub's address; empty when the topic names none, or does not answer. */
    Optional<String> of(String topic, Deadline deadline) {
        if (OF_YOUTUBE.matcher(topic).matches()) {
            return Optional.of(YOUTUBE);
        }
        WebAnswer answer = web.get(topic, Map.of(), deadline);
        if (!(answer instanceof WebAnswer.Answered answered) || answered.status() != 200) {
            return Optional.empty();
        }
        return inHeaders(answered.headers("link"))
                .or(() -> FeedLinks.of(answered.body()).hub())
                .flatMap(hub -> resolved(topic, hub));
    }

    static Optional<String> inHeaders(List<String> headers) {
        for (String header : headers) {
            Matcher link = LINK.matcher(header.substring(0, Math.min(header.length(), LONGEST_HEADER)));
            while (link.find()) {
                if (IS_HUB.matcher(link.group(2)).find()) {
                    return Optional.of(link.group(1).strip());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> resolved(String topic, String hub) {
        try {
            return Optional.of(new URI(topic).resolve(hub).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
