package dev.earshot.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.emulators.sns.Mail;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SnsEmulatorNoticePublisherTest extends NoticePublisherContract {

    private static DispatchBench bench;

    @BeforeAll
    static void start() {
        bench = new DispatchBench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Override
    protected DispatchBench bench() {
        return bench;
    }

    @Test
    void peopleGetAMailThatTheyCanRead() throws IOException, InterruptedException {
        bench.sns.subscribe(s -> s.topicArn(topic().arn()).protocol("email").endpoint("help@example.com"));
        confirm(mails(1).get(0));
        publisher().publish(notice("Customer support", DispatchBench.said("I want a refund\nnow!")));
        Mail mail = mails(2).get(0);
        assertEquals(Mail.Kind.NOTIFICATION, mail.kind());
        assertEquals("[HIGH] Customer support: \"I want a refund now!\" on our-forum", mail.subject());
        assertTrue(mail.text().startsWith("""
                                Customer support: "I want a refund now!" on our-forum

                                  | I want a refund
                                  | now!

                                Said by:   Ada Lovelace
                                Where:     https://forum.example.com/t/1
                                Priority:  HIGH
                                Why you:   asks for money back
                                Case:      https://earshot.example.com/cases/c_"""), mail.text());
    }

    private static List<Mail> mails(int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> bench.emulators.mailbox().newestFirst(), mails -> mails.size() == count);
    }

    private static void confirm(Mail mail) throws IOException, InterruptedException {
        HttpResponse<Void> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(mail.confirmLink()).build(), HttpResponse.BodyHandlers.discarding());
        assertEquals(200, response.statusCode());
    }
}
