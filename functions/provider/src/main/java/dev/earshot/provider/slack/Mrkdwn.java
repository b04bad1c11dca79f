package dev.earshot.provider.slack;

import dev.earshot.provider.content.Escaped;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's markup as readable text: {@code <@U1|ada>} is {@code @ada}, {@code <https://example.com|here>} is
 * {@code here (https://example.com)}. Emphasis and emoji names stay as their author typed them.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting</a>
 */
final class Mrkdwn {

    private static final Pattern MARKED = Pattern.compile("<([@#!]?)([^<>|]{1,4096}+)(?:\\|([^<>]{0,4096}+))?>");
    private static final String MAIL = "mailto:";

    private Mrkdwn() {}

    static String text(String mrkdwn) {
        String plain = MARKED.matcher(mrkdwn).replaceAll(marked -> Matcher.quoteReplacement(readable(marked)));
        return Escaped.text(plain);
    }

    private static String readable(MatchResult marked) {
        String target = marked.group(2);
        String label = marked.group(3) == null ? "" : marked.group(3);
        return switch (marked.group(1)) {
            case "@" -> "@" + (label.isEmpty() ? target : label);
            case "#" -> "#" + (label.isEmpty() ? target : label);
            case "!" -> label.isEmpty() ? "@" + target : label;
            default -> link(target.startsWith(MAIL) ? target.substring(MAIL.length()) : target, label);
        };
    }

    /** The words of a link with its address, which most words only repeat. */
    private static String link(String target, String label) {
        boolean repeated = label.isEmpty() || target.endsWith(label) || target.endsWith(label + "/");
        return repeated ? target : label + " (" + target + ")";
    }
}
