package dev.earshot.core.ears;

import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.Text;
import dev.earshot.core.mention.WebAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place where somebody listens.
 *
 * @param kind what sort of place it is
 * @param place a host such as {@code forum.example.com}, or an http or https address, at most 300 characters; nothing is
 *     ever fetched from there
 * @param note what others should know about it, at most 200 characters on one line; null for nothing
 */
public record EarPlace(Kind kind, String place, @Nullable String note) {

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62})){1,8}");
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_NOTE = 200;

    /** The sorts of places. */
    public enum Kind {
        COMMUNITY,
        FORUM,
        GROUP,
        OTHER
    }

    /**
     * A place as somebody gives it, tidied.
     *
     * @throws InvalidMemberException when it breaks a rule
     */
    public static EarPlace of(@Nullable Kind kind, @Nullable String place, @Nullable String note) {
        if (kind == null) {
            throw new InvalidMemberException("/kind", "one of COMMUNITY, FORUM, GROUP and OTHER");
        }
        String given = place == null || place.length() > LONGEST_PLACE ? "" : place.strip();
        boolean address = given.contains("://") && Mention.isWebAddress(given);
        String host = given.toLowerCase(Locale.ROOT);
        if (!address && !HOST.matcher(host).matches()) {
            throw new InvalidMemberException(
                    "/place",
                    "a host such as forum.example.com, or an http or https address of at most 300 characters");
        }
        return new EarPlace(
                kind,
                address ? WebAddress.same(given) : host,
                note == null || note.isBlank() ? null : Text.line(note, LONGEST_NOTE));
    }

    /** The host that the place is at, without {@code www.}. */
    public String host() {
        return place.contains("://") ? LinkedHosts.host(place).orElse(place) : LinkedHosts.bare(place);
    }
}
