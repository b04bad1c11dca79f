package dev.earshot.local.cloud;

import dev.earshot.emulators.sns.Mail;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as the page shows it.
 *
 * @param caseLink the path of the case that it tells of; empty when it tells of none
 */
record ShownMail(Mail mail, String caseLink) {

    /** Lines of a mail begin with the words of strangers only behind a bar. */
    private static final Pattern CASE_LINE =
            Pattern.compile("^Case: +http://[^/\\s]+(/cases/c_[a-z2-7]{26}_[a-z][a-z0-9-]{0,31})$", Pattern.MULTILINE);

    static ShownMail of(Mail mail) {
        Matcher line = CASE_LINE.matcher(mail.text());
        return new ShownMail(mail, line.find() ? line.group(1) : "");
    }
}
