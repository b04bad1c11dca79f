package dev.earshot.core.notice;

import dev.earshot.core.mention.Text;
import dev.earshot.core.routing.Because;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A notice as a plain-text e-mail. The words of strangers stand indented behind a bar, so that they cannot pass for
 * ours, and without the characters that turn the direction of writing.
 *
 * @param subject ASCII, one line, under 100 characters: SNS takes nothing else
 * @param text plain text
 */
public record NoticeMail(String subject, String text) {

    private static final int LONGEST_SUBJECT = 99;
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7E]+");

    /** What is left of a quote in a script that ASCII does not have. */
    private static final Pattern NOTHING_SAID = Pattern.compile("\"[^A-Za-z]*\" on ");

    /** The e-mail of a notice. */
    public static NoticeMail of(Notice notice) {
        return new NoticeMail(subject(notice), text(notice));
    }

    private static String subject(Notice notice) {
        String plain = Normalizer.normalize(Text.line(notice.title(), 200), Normalizer.Form.NFKD);
        String ascii = NOT_ASCII.matcher("[" + notice.priority() + "] " + plain).replaceAll("");
        String said = NOTHING_SAID.matcher(ascii).replaceFirst("new on ");
        return Text.line(said, LONGEST_SUBJECT).replace("…", "");
    }

    private static String text(Notice notice) {
        StringBuilder mail = new StringBuilder(notice.title()).append("\n\n");
        String words =
                notice.mention().excerpt() == null ? "" : notice.mention().excerpt();
        Text.DIRECTION_CONTROLS.matcher(words).replaceAll("").lines().forEach(line -> mail.append("  | ")
                .append(line)
                .append('\n'));
        mail.append('\n');
        fact(mail, "Said by", notice.mention().author());
        fact(
                mail,
                "Where",
                notice.mention().url() == null
                        ? notice.mention().source()
                        : notice.mention().url());
        fact(mail, "Sentiment", notice.mention().sentiment());
        fact(mail, "Priority", notice.priority());
        for (Because because : notice.because()) {
            fact(mail, "Why you", because.text());
        }
        fact(mail, "Case", notice.caseLink().url());
        return mail.toString();
    }

    private static void fact(StringBuilder mail, String name, @Nullable Object value) {
        if (value != null) {
            String line = Text.DIRECTION_CONTROLS.matcher(String.valueOf(value)).replaceAll("");
            mail.append(String.format("%-10s %s\n", name + ":", line));
        }
    }
}
