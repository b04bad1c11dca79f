package dev.earshot.emulators.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;

class SnsHttpDeliveryTest {

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
    void aWebEndpointIsAskedBeforeItGetsAnything() {
        String topic = bench.topic();
        try (Receiver receiver = Receiver.willing()) {
            String arn = bench.subscribe(topic, "http", receiver.url(), Map.of());
            Receiver.Post asked = receiver.post(0);
            JsonNode body = SnsBench.json(asked.body());
            assertEquals("SubscriptionConfirmation", asked.header("x-amz-sns-message-type"));
            assertEquals(body.path("MessageId").asText(), asked.header("x-amz-sns-message-id"));
            assertEquals(topic, asked.header("x-amz-sns-topic-arn"));
            assertEquals("text/plain; charset=UTF-8", asked.header("Content-Type"));
            assertEquals("Amazon Simple Notification Service Agent", asked.header("User-Agent"));
            assertEquals("2026-11-21T08:00:00.000Z", body.path("Timestamp").asText());
            assertEquals("true", attribute(arn, "PendingConfirmation"));
            bench.sns.publish(r -> r.topicArn(topic).message("too early"));
            bench.sns.confirmSubscription(
                    r -> r.topicArn(topic).token(body.path("Token").asText()));
            assertEquals("false", attribute(arn, "PendingConfirmation"));
            bench.sns.publish(r -> r.topicArn(topic).message("in time"));
            assertEquals(
                    "in time",
                    SnsBench.json(receiver.post(1).body()).path("Message").asText());
        }
    }

    @Test
    void aWrongTokenConfirmsNothing() {
        String topic = bench.topic();
        assertThrows(
                InvalidParameterException.class,
                () -> bench.sns.confirmSubscription(r -> r.topicArn(topic).token("guess")));
    }

    @Test
    void everyMessageIsSignedByTheServedCertificate() throws GeneralSecurityException {
        String topic = bench.topic();
        try (Receiver receiver = Receiver.willing()) {
            String arn = bench.subscribeAndConfirm(topic, receiver, Map.of());
            bench.sns.publish(r -> r.topicArn(topic)
                    .message("tab\t quote\" grüße \ud83d\ude00")
                    .subject("Hello")
                    .messageAttributes(Map.of("lang", text("de"))));
            Receiver.Post notified = receiver.post(1);
            JsonNode body = SnsBench.json(notified.body());
            assertEquals("Notification", notified.header("x-amz-sns-message-type"));
            assertEquals(arn, notified.header("x-amz-sns-subscription-arn"));
            assertNull(notified.header("x-amz-sns-rawdelivery"));
            assertEquals("String", body.at("/MessageAttributes/lang/Type").asText());
            assertEquals("de", body.at("/MessageAttributes/lang/Value").asText());
            verify(SnsBench.json(receiver.post(0).body()), "1", "SHA1withRSA");
            verify(body, "1", "SHA1withRSA");
        }
    }

    @Test
    void signatureVersionTwoIsSha256() throws GeneralSecurityException {
        String topic = bench.topic();
        bench.sns.setTopicAttributes(
                r -> r.topicArn(topic).attributeName("SignatureVersion").attributeValue("2"));
        try (Receiver receiver = Receiver.willing()) {
            bench.subscribeAndConfirm(topic, receiver, Map.of());
            bench.sns.publish(r -> r.topicArn(topic).message("m"));
            verify(SnsBench.json(receiver.post(1).body()), "2", "SHA256withRSA");
        }
    }

    @Test
    void rawDeliveryIsTheBareMessage() {
        String topic = bench.topic();
        try (Receiver receiver = Receiver.willing()) {
            bench.subscribeAndConfirm(topic, receiver, Map.of("RawMessageDelivery", "true"));
            bench.sns.publish(r -> r.topicArn(topic).message("{\"bare\":1}"));
            assertEquals("{\"bare\":1}", receiver.post(1).body());
            assertEquals("true", receiver.post(1).header("x-amz-sns-rawdelivery"));
        }
    }

    @Test
    void aServerErrorIsTriedAgain() {
        String topic = bench.topic();
        try (Receiver receiver = Receiver.answering(number -> number == 1 ? 500 : number == 2 ? 429 : 200)) {
            String arn = bench.subscribeAndConfirm(topic, receiver, Map.of());
            String id = bench.sns.publish(r -> r.topicArn(topic).message("m")).messageId();
            assertEquals(3, bench.outcome(arn, Delivery.Result.DELIVERED).attempt());
            assertEquals(4, receiver.posts().size());
            assertEquals(id, receiver.post(1).header("x-amz-sns-message-id"));
            assertEquals(id, receiver.post(3).header("x-amz-sns-message-id"));
        }
    }

    @Test
    void afterFourTriesItIsGivenUp() {
        String topic = bench.topic();
        try (Receiver receiver = Receiver.answering(number -> number == 0 ? 200 : 503)) {
            String arn = bench.subscribeAndConfirm(topic, receiver, Map.of());
            bench.sns.publish(r -> r.topicArn(topic).message("m"));
            Delivery last = bench.outcome(arn, Delivery.Result.GIVEN_UP);
            assertEquals(4, last.attempt());
            assertEquals("HTTP 503", last.detail());
            assertEquals(5, receiver.posts().size());
        }
    }

    @Test
    void aClientErrorOrARedirectIsFinal() {
        for (int status : List.of(404, 302)) {
            String topic = bench.topic();
            try (Receiver receiver = Receiver.answering(number -> number == 0 ? 200 : status)) {
                String arn = bench.subscribeAndConfirm(topic, receiver, Map.of());
                bench.sns.publish(r -> r.topicArn(topic).message("m"));
                assertEquals(1, bench.outcome(arn, Delivery.Result.GIVEN_UP).attempt());
                assertEquals(2, receiver.posts().size());
            }
        }
    }

    @Test
    void anEndpointThatHangsDisturbsNobodyElse() {
        String topic = bench.topic();
        CountDownLatch hanging = new CountDownLatch(1);
        try (Receiver slow = Receiver.answering(number -> number == 0 ? 200 : hang(hanging));
                Receiver quick = Receiver.willing()) {
            bench.subscribeAndConfirm(topic, slow, Map.of());
            bench.subscribeAndConfirm(topic, quick, Map.of());
            for (int i = 0; i < 30; i++) {
                bench.sns.publish(r -> r.topicArn(topic).message("m"));
            }
            quick.post(30);
            assertTrue(slow.posts().size() <= 5, "at most four under way at once");
            hanging.countDown();
            slow.post(30);
        }
    }

    @Test
    void whoUnsubscribedGetsNothingMore() {
        String topic = bench.topic();
        try (Receiver gone = Receiver.willing();
                Receiver stays = Receiver.willing()) {
            String arn = bench.subscribeAndConfirm(topic, gone, Map.of());
            bench.subscribeAndConfirm(topic, stays, Map.of());
            bench.sns.unsubscribe(r -> r.subscriptionArn(arn));
            bench.sns.publish(r -> r.topicArn(topic).message("m"));
            stays.post(1);
            assertEquals(1, gone.posts().size());
            assertThrows(
                    NotFoundException.class, () -> bench.sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)));
        }
    }

    @Test
    void theUnsubscribeUrlOfAMessageWorks() {
        String topic = bench.topic();
        try (Receiver receiver = Receiver.willing()) {
            bench.subscribeAndConfirm(topic, receiver, Map.of());
            bench.sns.publish(r -> r.topicArn(topic).message("m"));
            String link = SnsBench.json(receiver.post(1).body())
                    .path("UnsubscribeURL")
                    .asText();
            assertEquals(200, bench.get(link).statusCode());
            assertTrue(bench.sns
                    .listSubscriptionsByTopic(r -> r.topicArn(topic))
                    .subscriptions()
                    .isEmpty());
        }
    }

    private static int hang(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 200;
    }

    private static void verify(JsonNode body, String version, String algorithm) throws GeneralSecurityException {
        assertEquals(version, body.path("SignatureVersion").asText());
        String url = body.path("SigningCertURL").asText();
        assertTrue(url.endsWith(".pem"), url);
        byte[] pem = bench.get(url).body().getBytes(StandardCharsets.US_ASCII);
        Certificate certificate =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        StringBuilder signed = new StringBuilder();
        for (String field :
                List.of("Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type")) {
            if (body.has(field)) {
                signed.append(field)
                        .append('\n')
                        .append(body.path(field).asText())
                        .append('\n');
            }
        }
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(certificate);
        signature.update(signed.toString().getBytes(StandardCharsets.UTF_8));
        assertTrue(signature.verify(
                Base64.getDecoder().decode(body.path("Signature").asText())));
    }

    private static String attribute(String arn, String name) {
        return bench.sns
                .getSubscriptionAttributes(r -> r.subscriptionArn(arn))
                .attributes()
                .get(name);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
