package dev.earshot.provider.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** The entries of a feed, whichever of the RSSes or Atoms it is. ROME knows them all. */
final class FeedEntries {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private FeedEntries() {}

    /** The entries, in the feed's order; empty when the document is no feed. */
    static Optional<List<FeedEntry>> of(Document document) {
        Preparation.of(document.getRootElement());
        try {
            SyndFeed feed = new SyndFeedInput(false, Locale.US).build(document);
            return Optional.of(
                    feed.getEntries().stream().map(entry -> entry(entry, feed)).toList());
        } catch (FeedException | RuntimeException e) {
            // ROME is not written for hostile feeds: what it stumbles over is none.
            return Optional.empty();
        }
    }

    private static FeedEntry entry(SyndEntry entry, SyndFeed feed) {
        boolean atom = String.valueOf(feed.getFeedType()).startsWith("atom");
        List<Element> more = entry.getForeignMarkup();
        String video = text(more, "videoId", Vocabulary.youTube());
        String channel = text(more, "channelId", Vocabulary.youTube());
        String language = text(more, Preparation.LANGUAGE, Vocabulary.marks());
        FeedWords words = new FeedWords(entry, atom);
        return new FeedEntry(
                id(entry, video),
                FeedLinks.real(entry.getLink()),
                words.title(),
                words.text(),
                FeedAuthors.of(entry, feed, channel),
                channel,
                language == null ? feed.getLanguage() : language,
                time(entry.getPublishedDate()),
                time(entry.getUpdatedDate()),
                answered(more));
    }

    private static String id(SyndEntry entry, @Nullable String video) {
        String id = entry.getUri();
        if (id != null && !id.isBlank()) {
            return id.strip();
        }
        String link = entry.getLink() == null ? "" : entry.getLink().strip();
        return video == null ? link : "yt:video:" + video;
    }

    private static @Nullable String answered(List<Element> more) {
        return more.stream()
                .filter(is("in-reply-to", Vocabulary.threading()))
                .map(element -> element.getAttributeValue("ref"))
                .filter(ref -> ref != null && !ref.isBlank())
                .findFirst()
                .map(String::strip)
                .orElse(null);
    }

    /** The text of an element; null when it is not there or has none. */
    static @Nullable String text(List<Element> elements, String name, Namespace namespace) {
        return elements.stream()
                .filter(is(name, namespace))
                .map(Element::getTextTrim)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Predicate<Element> is(String name, Namespace namespace) {
        return element ->
                element.getName().equals(name) && element.getNamespaceURI().equals(namespace.getURI());
    }

    private static @Nullable Instant time(@Nullable Date date) {
        Instant time = date == null ? null : date.toInstant();
        return time == null || time.isAfter(LAST) || time.isBefore(Instant.EPOCH) ? null : time;
    }
}
