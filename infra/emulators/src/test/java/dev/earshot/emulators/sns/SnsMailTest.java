package dev.earshot.emulators.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SnsMailTest {

    private static SnsBench bench;

    @BeforeAll
    static void start() {
        bench = SnsBench.open();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void anAddressIsAskedByMailAndTheLinkConfirms() {
        String topic = bench.topic();
        String arn = bench.subscribe(topic, "email", "ask@example.com", Map.of());
        Mail asked = bench.mails("ask@example.com").get(0);
        assertEquals(Mail.Kind.CONFIRMATION, asked.kind());
        assertEquals("AWS Notification - Subscription Confirmation", asked.subject());
        assertEquals(SnsBench.NOW, asked.at());
        assertTrue(asked.text().contains(asked.confirmLink().toString()));
        assertEquals(asked, bench.emulator.mailbox().find(asked.id()).orElseThrow());
        assertTrue(bench.get(asked.confirmLink().toString()).body().contains("<h1>Subscription confirmed!</h1>"));
        assertEquals(
                "false",
                bench.sns
                        .getSubscriptionAttributes(r -> r.subscriptionArn(arn))
                        .attributes()
                        .get("PendingConfirmation"));
    }

    @Test
    void aMailHasItsOwnTextAndAFooterThatUnsubscribes() {
        String topic = bench.topic();
        bench.subscribeAndConfirm(topic, "email", "text@example.com", Map.of());
        bench.sns.publish(r -> r.topicArn(topic)
                .subject("Three people are angry")
                .messageStructure("json")
                .message("{\"default\":\"short\",\"email\":\"a long mail\",\"http\":\"{}\"}"));
        Mail mail = bench.mail("text@example.com", 2);
        assertEquals("Three people are angry", mail.subject());
        assertEquals(Mail.Kind.NOTIFICATION, mail.kind());
        assertNull(mail.confirmLink());
        assertTrue(mail.text().startsWith("a long mail\n\n--\n"));
        Matcher link = Pattern.compile("http://\\S+unsubscribe\\S+").matcher(mail.text());
        assertTrue(link.find());
        assertEquals(200, bench.get(link.group()).statusCode());
        assertTrue(bench.sns
                .listSubscriptionsByTopic(r -> r.topicArn(topic))
                .subscriptions()
                .isEmpty());
    }

    @Test
    void withoutATextOfItsOwnAMailHasTheDefault() {
        String topic = bench.topic();
        bench.subscribeAndConfirm(topic, "email", "default@example.com", Map.of());
        bench.sns.publish(r -> r.topicArn(topic).messageStructure("json").message("{\"default\":\"short\"}"));
        Mail mail = bench.mail("default@example.com", 2);
        assertTrue(mail.text().startsWith("short\n"));
        assertEquals("AWS Notification Message", mail.subject());
    }

    @Test
    void emailJsonIsTheWholeEnvelope() {
        String topic = bench.topic();
        bench.subscribeAndConfirm(topic, "email-json", "json@example.com", Map.of());
        bench.sns.publish(r -> r.topicArn(topic).message("m"));
        Mail mail = bench.mail("json@example.com", 2);
        assertEquals("m", SnsBench.json(mail.text()).path("Message").asText());
    }

    @Test
    void theMailboxKeepsTheNewestThousand() {
        Mailbox mailbox = new Mailbox(Clock.fixed(SnsBench.NOW, ZoneOffset.UTC));
        for (int i = 0; i <= Mailbox.CAPACITY; i++) {
            mailbox.receive("a@example.com", "mail " + i, "", null, Mail.Kind.NOTIFICATION);
        }
        assertEquals(Mailbox.CAPACITY, mailbox.count());
        assertEquals("mail 1000", mailbox.newestFirst().get(0).subject());
        assertEquals("mail 1", mailbox.newestFirst().get(999).subject());
    }
}
