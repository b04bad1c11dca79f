package dev.earshot.emulators.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sns.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

class SnsPublishTest {

    private static SnsBench bench;
    private static String topic;

    @BeforeAll
    static void start() {
        bench = SnsBench.open();
        topic = bench.topic();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void exactly256KilobytesAreTakenAndOneByteMoreRefused() {
        publish(PublishRequest.builder().message("x".repeat(262_144)));
        assertRefused(PublishRequest.builder().message("x".repeat(262_145)), "Message too long");
        assertRefused(PublishRequest.builder().message("ü".repeat(131_073)), "Message too long");
    }

    @Test
    void attributesCountForTheLimit() {
        // Name 1 + type 6 + value 7 = 14 bytes.
        Map<String, MessageAttributeValue> attribute = Map.of("a", value("String", "1234567"));
        publish(PublishRequest.builder().message("x".repeat(262_130)).messageAttributes(attribute));
        assertRefused(
                PublishRequest.builder().message("x".repeat(262_131)).messageAttributes(attribute), "Message too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "gr\u00fc\u00dfe", " leading", "bell\u0007", ""})
    void aSubjectThatCouldBreakAMailIsRefused(String subject) {
        assertRefused(PublishRequest.builder().message("m").subject(subject), "Subject");
    }

    @Test
    void aSubjectOf99CharactersIsTakenAndOf100Refused() {
        publish(PublishRequest.builder().message("m").subject("s".repeat(99)));
        assertRefused(PublishRequest.builder().message("m").subject("s".repeat(100)), "Subject");
    }

    @Test
    void aMessagePerProtocolNeedsADefault() {
        assertRefused(json("{\"email\":\"m\"}"), "No default entry");
        assertRefused(json("{\"default\":1}"), "No default entry");
        assertRefused(json("nonsense"), "failed to parse");
    }

    @Test
    void anEmptyMessageIsRefused() {
        assertRefused(PublishRequest.builder().message(""), "Empty message");
    }

    @Test
    void aMissingTopicIsNotFound() {
        assertThrows(
                NotFoundException.class,
                () -> bench.sns.publish(r -> r.topicArn(topic + "-not").message("m")));
    }

    @Test
    void badAttributesAreRefused() {
        for (MessageAttributeValue bad : List.of(
                value("Number", "five"),
                value("Number", "1e999999999"),
                value("String", ""),
                value("String.Array", "{}"),
                value("Text", "x"))) {
            assertThrows(
                    InvalidParameterValueException.class,
                    () -> publish(PublishRequest.builder().message("m").messageAttributes(Map.of("a", bad))));
        }
        assertThrows(
                InvalidParameterValueException.class,
                () -> publish(PublishRequest.builder()
                        .message("m")
                        .messageAttributes(Map.of("AWS.name", value("String", "x")))));
    }

    @Test
    void aBatchOfTenIsPublished() {
        bench.subscribeAndConfirm(topic, "email", "batch@example.com", Map.of());
        PublishBatchResponse answer = batch(entries(10));
        assertEquals(10, answer.successful().size());
        bench.mail("batch@example.com", 11);
    }

    @Test
    void aBatchOfElevenIsRefused() {
        assertThrows(TooManyEntriesInBatchRequestException.class, () -> batch(entries(11)));
    }

    @Test
    void anEmptyBatchIsRefused() {
        assertThrows(EmptyBatchRequestException.class, () -> batch(List.of()));
    }

    @Test
    void aBatchWithAnIdTwiceIsRefused() {
        assertThrows(
                BatchEntryIdsNotDistinctException.class, () -> batch(List.of(entry("same", "1"), entry("same", "2"))));
    }

    @Test
    void aBatchOver256KilobytesIsRefused() {
        String half = "x".repeat(131_073);
        assertThrows(BatchRequestTooLongException.class, () -> batch(List.of(entry("a", half), entry("b", half))));
    }

    @Test
    void oneBadEntryFailsAlone() {
        PublishBatchResponse answer = batch(List.of(entry("good", "m"), entry("bad", "")));
        assertEquals("good", answer.successful().get(0).id());
        assertEquals("bad", answer.failed().get(0).id());
        assertEquals("InvalidParameter", answer.failed().get(0).code());
        assertTrue(answer.failed().get(0).senderFault());
    }

    private static void publish(PublishRequest.Builder request) {
        bench.sns.publish(request.topicArn(topic).build());
    }

    private static void assertRefused(PublishRequest.Builder request, String reason) {
        InvalidParameterException refused = assertThrows(InvalidParameterException.class, () -> publish(request));
        assertTrue(refused.getMessage().contains("Invalid parameter: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    private static PublishRequest.Builder json(String message) {
        return PublishRequest.builder().messageStructure("json").message(message);
    }

    private static PublishBatchResponse batch(List<PublishBatchRequestEntry> entries) {
        return bench.sns.publishBatch(r -> r.topicArn(topic).publishBatchRequestEntries(entries));
    }

    private static List<PublishBatchRequestEntry> entries(int count) {
        return IntStream.range(0, count).mapToObj(i -> entry("e" + i, "m" + i)).toList();
    }

    private static PublishBatchRequestEntry entry(String id, String message) {
        return PublishBatchRequestEntry.builder().id(id).message(message).build();
    }

    private static MessageAttributeValue value(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
