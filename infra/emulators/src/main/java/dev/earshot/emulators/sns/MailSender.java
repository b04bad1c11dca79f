package dev.earshot.emulators.sns;

import java.net.URI;
import java.util.Objects;

/** Words mails as SNS does and puts them into the mailbox. */
final class MailSender {

    private static final String DEFAULT_SUBJECT = "AWS Notification Message";

    private final Mailbox mailbox;
    private final Links links;
    private final Envelope envelope;

    MailSender(Mailbox mailbox, Links links, Envelope envelope) {
        this.mailbox = mailbox;
        this.links = links;
        this.envelope = envelope;
    }

    void confirmation(Subscription subscription, String token) {
        URI link = links.confirmPage(subscription.topicArn(), token, subscription.endpoint());
        String text = "You have chosen to subscribe to the topic:\n" + subscription.topicArn()
                + "\n\nTo confirm this subscription, click or visit the link below "
                + "(If this was in error no action is necessary):\n" + link + "\n";
        mailbox.receive(
                subscription.endpoint(),
                "AWS Notification - Subscription Confirmation",
                text,
                link,
                Mail.Kind.CONFIRMATION);
    }

    void notification(Publication publication, Subscription subscription) {
        String text = subscription.protocol() == Protocol.EMAIL_JSON
                ? envelope.notification(publication, subscription)
                : publication.textFor(subscription.protocol()) + footer(subscription);
        String subject = Objects.requireNonNullElse(publication.subject(), DEFAULT_SUBJECT);
        mailbox.receive(subscription.endpoint(), subject, text, null, Mail.Kind.NOTIFICATION);
    }

    private String footer(Subscription subscription) {
        return "\n\n--\nIf you wish to stop receiving notifications from this topic, please click or visit the link "
                + "below to unsubscribe:\n" + links.unsubscribePage(subscription.arn(), subscription.endpoint())
                + "\n\nPlease do not reply directly to this email.\n";
    }
}
