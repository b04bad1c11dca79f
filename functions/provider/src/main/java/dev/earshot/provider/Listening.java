package dev.earshot.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a source listens to, by the options that every provider has. A list that is missing or empty lets everything
 * pass. Names are compared without regard to case.
 *
 * @param accounts the company's accounts that deliveries are about, such as a page's id or a workspace's
 * @param channels where it is said: a channel's, a category's or a group's id
 * @param languages of what states its language, such as {@code de}; what states none passes
 * @param events the platform's own names of events
 * @param ownAccounts ids and handles of authors who are the company itself
 */
public record Listening(
        Set<String> accounts,
        Set<String> channels,
        Set<String> languages,
        Set<String> events,
        Set<String> ownAccounts) {

    /** The rule of each option by its name. */
    static final Map<String, Function<JsonNode, Optional<String>>> RULES = Map.of(
            "accounts", Listening::fault,
            "channels", Listening::fault,
            "languages", Languages::fault,
            "events", Listening::fault,
            "ownAccounts", Listening::fault,
            "retentionDays", Listening::daysFault);

    private static final int MOST = 200;
    private static final int MOST_DAYS = 36_500;
    private static final int LONGEST = 256;

    public Listening {
        accounts = Set.copyOf(accounts);
        channels = Set.copyOf(channels);
        languages = Set.copyOf(languages);
        events = Set.copyOf(events);
        ownAccounts = Set.copyOf(ownAccounts);
    }

    /** What a source's options say. */
    public static Listening of(Source source) {
        JsonNode options = source.options();
        return new Listening(
                names(options, "accounts"),
                names(options, "channels"),
                names(options, "languages"),
                names(options, "events"),
                names(options, "ownAccounts"));
    }

    /** Whether deliveries about this account are listened to; null when the payload does not tell, which passes. */
    public boolean account(@Nullable String id) {
        return allows(accounts, id);
    }

    /** Whether this channel is listened to; null when the payload does not tell, which passes only where no channels are named. */
    public boolean channel(@Nullable String id) {
        return id == null ? channels.isEmpty() : allows(channels, id);
    }

    /** Whether this event is listened to. */
    public boolean event(String name) {
        return allows(events, name);
    }

    /** What of it passes: languages that are listened to, and authors marked who are the company itself. */
    public Heard.Mentions apply(Heard.Mentions heard) {
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : heard.mentions()) {
            if (mention.deleted() || language(mention.language())) {
                kept.add(marked(mention));
            }
        }
        int left = heard.mentions().size() - kept.size();
        return new Heard.Mentions(kept, heard.ignored() + left, heard.errors());
    }

    private boolean language(@Nullable String tag) {
        return tag == null || allows(languages, tag) || allows(languages, tag.split("-", 2)[0]);
    }

    private Mention marked(Mention mention) {
        Author author = mention.author();
        return author != null && (isOwn(author.id()) || isOwn(author.handle()))
                ? mention.by(author.of(Author.Kind.OWN))
                : mention;
    }

    private boolean isOwn(@Nullable String name) {
        return name != null && ownAccounts.contains(folded(name));
    }

    private static boolean allows(Set<String> names, @Nullable String name) {
        return names.isEmpty() || name == null || names.contains(folded(name));
    }

    private static Set<String> names(JsonNode options, String option) {
        Set<String> names = new HashSet<>();
        options.path(option).forEach(name -> names.add(folded(name.asText())));
        return names;
    }

    private static String folded(String name) {
        String bare = name.startsWith("@") ? name.substring(1) : name;
        return bare.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> daysFault(JsonNode option) {
        boolean sane = option.isIntegralNumber()
                && option.canConvertToInt()
                && option.intValue() >= 1
                && option.intValue() <= MOST_DAYS;
        return sane ? Optional.empty() : Optional.of("is a number of days from 1 to 36,500");
    }

    private static Optional<String> fault(JsonNode option) {
        boolean list = option.isArray() && option.size() <= MOST;
        for (JsonNode name : option) {
            boolean text = name.isTextual() && !name.textValue().isBlank();
            list &= (text && name.textValue().length() <= LONGEST) || name.isIntegralNumber();
        }
        return list ? Optional.empty() : Optional.of("is a list of at most 200 names");
    }
}
