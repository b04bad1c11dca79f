package dev.earshot.emulators.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Topic;

class SnsTopicsAndSubscriptionsTest {

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
    void creatingATopicTwiceIsCreatingItOnce() {
        String arn = bench.sns.createTopic(r -> r.name("twice")).topicArn();
        assertEquals("arn:aws:sns:eu-central-1:000000000000:twice", arn);
        assertEquals(arn, bench.sns.createTopic(r -> r.name("twice")).topicArn());
        assertThrows(
                InvalidParameterException.class,
                () -> bench.sns.createTopic(r -> r.name("twice").attributes(Map.of("DisplayName", "other"))));
        assertThrows(InvalidParameterException.class, () -> bench.sns.createTopic(r -> r.name("no spaces")));
    }

    @Test
    void attributesOfATopicAreKeptWhateverCharactersTheyHold() {
        String topic = bench.topic();
        String name = "<b>&\"' \ud83d\ude00 ]]>";
        bench.sns.setTopicAttributes(
                r -> r.topicArn(topic).attributeName("DisplayName").attributeValue(name));
        bench.subscribe(topic, "email", "count@example.com", Map.of());
        Map<String, String> attributes =
                bench.sns.getTopicAttributes(r -> r.topicArn(topic)).attributes();
        assertEquals(name, attributes.get("DisplayName"));
        assertEquals("1", attributes.get("SubscriptionsPending"));
        assertEquals("0", attributes.get("SubscriptionsConfirmed"));
        assertThrows(
                InvalidParameterException.class,
                () -> bench.sns.setTopicAttributes(
                        r -> r.topicArn(topic).attributeName("Nonsense").attributeValue("x")));
    }

    @Test
    void aDeletedTopicTakesItsSubscriptionsAlong() {
        String topic = bench.topic();
        String arn = bench.subscribe(topic, "email", "gone@example.com", Map.of());
        bench.sns.deleteTopic(r -> r.topicArn(topic));
        bench.sns.deleteTopic(r -> r.topicArn(topic));
        assertThrows(NotFoundException.class, () -> bench.sns.getTopicAttributes(r -> r.topicArn(topic)));
        assertThrows(NotFoundException.class, () -> bench.sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)));
    }

    @Test
    void listsComeInPagesOfAHundred() {
        try (SnsBench own = SnsBench.open()) {
            String topic = own.topic();
            for (int i = 0; i < 120; i++) {
                own.subscribe(topic, "email", "n" + i + "@example.com", Map.of());
            }
            assertEquals(100, own.sns.listSubscriptions(r -> {}).subscriptions().size());
            assertEquals(
                    120,
                    own.sns.listSubscriptionsPaginator(r -> {}).subscriptions().stream()
                            .map(Subscription::endpoint)
                            .distinct()
                            .count());
            assertEquals(
                    120,
                    own.sns.listSubscriptionsByTopicPaginator(r -> r.topicArn(topic)).subscriptions().stream()
                            .count());
            assertEquals(
                    topic,
                    own.sns.listTopics().topics().stream()
                            .map(Topic::topicArn)
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Test
    void subscribingTwiceIsSubscribingOnce() {
        String topic = bench.topic();
        Map<String, String> policy = Map.of("FilterPolicy", "{\"a\":[1]}");
        String arn = bench.subscribe(topic, "email", "again@example.com", policy);
        assertEquals(arn, bench.subscribe(topic, "email", "again@example.com", policy));
        assertEquals(
                arn, bench.subscribe(topic, "email", "again@example.com", Map.of("FilterPolicy", "{ \"a\" : [1] }")));
        assertEquals(arn, bench.subscribe(topic, "email", "again@example.com", Map.of()));
        InvalidParameterException refused = assertThrows(
                InvalidParameterException.class,
                () -> bench.subscribe(topic, "email", "again@example.com", Map.of("FilterPolicy", "{\"a\":[2]}")));
        assertTrue(refused.getMessage().contains("already exists with different attributes"));
    }

    @Test
    void anArnIsKeptBackUntilConfirmed() {
        String topic = bench.topic();
        assertEquals(
                "pending confirmation",
                bench.sns
                        .subscribe(r -> r.topicArn(topic).protocol("email").endpoint("pending@example.com"))
                        .subscriptionArn());
        assertEquals(
                "PendingConfirmation",
                bench.sns
                        .listSubscriptionsByTopic(r -> r.topicArn(topic))
                        .subscriptions()
                        .get(0)
                        .subscriptionArn());
    }

    @Test
    void whatIsPendingCannotBeUnsubscribed() {
        String arn = bench.subscribe(bench.topic(), "email", "early@example.com", Map.of());
        InvalidParameterException refused =
                assertThrows(InvalidParameterException.class, () -> bench.sns.unsubscribe(u -> u.subscriptionArn(arn)));
        assertTrue(refused.getMessage().contains("pending confirmation"), refused.getMessage());
        bench.get(bench.mails("early@example.com").get(0).confirmLink().toString());
        bench.sns.unsubscribe(u -> u.subscriptionArn(arn));
        assertThrows(NotFoundException.class, () -> bench.sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)));
    }

    @Test
    void whatWasChosenIsShown() {
        String topic = bench.topic();
        String arn = bench.subscribe(
                topic,
                "http",
                "http://127.0.0.1:9/hook",
                Map.of("FilterPolicy", "{\"a\":[1]}", "FilterPolicyScope", "MessageBody"));
        bench.sns.setSubscriptionAttributes(
                r -> r.subscriptionArn(arn).attributeName("RawMessageDelivery").attributeValue("true"));
        Map<String, String> shown =
                bench.sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)).attributes();
        assertEquals("{\"a\":[1]}", shown.get("FilterPolicy"));
        assertEquals("MessageBody", shown.get("FilterPolicyScope"));
        assertEquals("true", shown.get("RawMessageDelivery"));
        assertFalse(shown.containsKey("RedrivePolicy"));
    }

    @ParameterizedTest
    @CsvSource({
        "sms, +4912345",
        "lambda, arn:aws:lambda:eu-central-1:000000000000:function:f",
        "http, https://example.com/",
        "https, http://example.com/",
        "http, not a url",
        "http, http:///nohost",
        "email, nobody",
        "sqs, http://127.0.0.1/queue"
    })
    void anEndpointThatCannotBeReachedIsRefused(String protocol, String endpoint) {
        String topic = bench.topic();
        assertThrows(InvalidParameterException.class, () -> bench.subscribe(topic, protocol, endpoint, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "RawMessageDelivery, true",
        "RawMessageDelivery, perhaps",
        "FilterPolicyScope, Moon",
        "RedrivePolicy, {}",
        "Nonsense, x"
    })
    void anAttributeThatMakesNoSenseIsRefused(String name, String value) {
        String topic = bench.topic();
        assertThrows(
                InvalidParameterException.class,
                () -> bench.subscribe(topic, "email", "a@example.com", Map.of(name, value)));
    }
}
