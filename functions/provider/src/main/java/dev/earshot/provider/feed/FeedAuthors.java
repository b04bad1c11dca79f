package dev.earshot.provider.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.earshot.core.mention.Author;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who wrote an entry. */
final class FeedAuthors {

    /** RSS 2.0 wants {@code mail@example.com (Name)}. */
    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S{1,320} \\(([^()]{1,256})\\)");

    private FeedAuthors() {}

    /** The first author of the entry, or else of an Atom feed; null when none is named. */
    static @Nullable Author of(SyndEntry entry, SyndFeed feed, @Nullable String channel) {
        List<SyndPerson> people = entry.getAuthors().isEmpty() ? feed.getAuthors() : entry.getAuthors();
        boolean inheritable = String.valueOf(feed.getFeedType()).startsWith("atom");
        if (!entry.getAuthors().isEmpty() || (inheritable && !people.isEmpty())) {
            SyndPerson person = people.get(0);
            return Author.ofNullable(channel == null ? person.getUri() : channel, null, name(person.getName()));
        }
        return Author.ofNullable(channel, null, name(entry.getAuthor()));
    }

    private static @Nullable String name(@Nullable String written) {
        if (written == null) {
            return null;
        }
        Matcher mail = MAIL_AND_NAME.matcher(written.strip());
        return mail.matches() ? mail.group(1) : written;
    }
}
