package dev.earshot.provider.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import dev.earshot.provider.content.Html;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** What an entry says, in readable text. */
final class FeedWords {

    private final SyndEntry entry;
    private final boolean atom;

    /** @param atom whether what states no type is plain text; in RSS it is HTML */
    FeedWords(SyndEntry entry, boolean atom) {
        this.entry = entry;
        this.atom = atom;
    }

    /** The title; empty when there is none. */
    String title() {
        return words(entry.getTitleEx()).replaceAll("\\s+", " ");
    }

    /** The content, plain before marked up; without any the summary, or the description of a video; perhaps empty. */
    String text() {
        List<@Nullable SyndContent> said = new ArrayList<>(entry.getContents());
        said.sort(Comparator.comparing(content -> !isPlain(content)));
        said.add(entry.getDescription());
        return said.stream()
                .map(this::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(this::ofVideo);
    }

    /** YouTube describes a video in {@code media:group/media:description}. */
    private String ofVideo() {
        List<Element> media = new ArrayList<>(entry.getForeignMarkup());
        entry.getForeignMarkup().stream()
                .filter(element -> element.getName().equals("group"))
                .forEach(group -> media.addAll(group.getChildren()));
        return Objects.requireNonNullElse(FeedEntries.text(media, "description", Vocabulary.media()), "");
    }

    private String words(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return "";
        }
        if (isPlain(content)) {
            return content.getValue().strip();
        }
        String type = type(content);
        return type.isEmpty() || type.contains("html") ? Html.text(content.getValue()) : "";
    }

    private boolean isPlain(@Nullable SyndContent content) {
        String type = type(content);
        return type.equals("text") || type.equals("text/plain") || (atom && type.isEmpty());
    }

    private static String type(@Nullable SyndContent content) {
        return content == null || content.getType() == null
                ? ""
                : content.getType().strip().toLowerCase(Locale.ROOT);
    }
}
