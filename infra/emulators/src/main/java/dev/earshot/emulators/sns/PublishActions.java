package dev.earshot.emulators.sns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Publish and PublishBatch. */
final class PublishActions {

    private static final int MAX_BATCH = 10;
    private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final Topics topics;
    private final PublishReader reader;
    private final Courier courier;

    PublishActions(Topics topics, PublishReader reader, Courier courier) {
        this.topics = topics;
        this.reader = reader;
        this.courier = courier;
    }

    Consumer<XmlAnswer> publish(QueryRequest request) {
        String target = request.optional("TargetArn");
        Topic topic = topics.get(target == null ? request.required("TopicArn") : target);
        Publication publication = reader.read(request, topic);
        courier.publish(publication);
        return xml -> xml.element("MessageId", publication.messageId());
    }

    Consumer<XmlAnswer> publishBatch(QueryRequest request) {
        Topic topic = topics.get(request.required("TopicArn"));
        List<QueryRequest> entries = request.members("PublishBatchRequestEntries.member");
        checkBatch(entries);
        List<Accepted> accepted = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (QueryRequest entry : entries) {
            String id = entry.required("Id");
            try {
                Publication publication = reader.read(entry, topic);
                courier.publish(publication);
                accepted.add(new Accepted(id, publication.messageId()));
            } catch (SnsError e) {
                refused.add(new Refused(id, e));
            }
        }
        return xml -> xml.list("Successful", accepted, PublishActions::describe)
                .list("Failed", refused, PublishActions::describe);
    }

    private record Accepted(String id, String messageId) {}

    private record Refused(String id, SnsError error) {}

    private static void describe(XmlAnswer xml, Accepted entry) {
        xml.element("Id", entry.id()).element("MessageId", entry.messageId());
    }

    private static void describe(XmlAnswer xml, Refused entry) {
        xml.element("Id", entry.id())
                .element("Code", entry.error().code())
                .element("Message", entry.error().reason())
                .element("SenderFault", Boolean.toString(entry.error().status() < 500));
    }

    private static void checkBatch(List<QueryRequest> entries) {
        if (entries.isEmpty()) {
            throw SnsError.of("EmptyBatchRequest", "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MAX_BATCH) {
            throw SnsError.of(
                    "TooManyEntriesInBatchRequest",
                    "The batch request contains more entries than permissible (" + MAX_BATCH + ").");
        }
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> checkId(entry.optional("Id", ""), ids));
        if (entries.stream().mapToInt(PublishActions::size).sum() > PublishReader.MAX_BYTES) {
            throw SnsError.of(
                    "BatchRequestTooLong", "The length of all the batch messages put together is more than the limit.");
        }
    }

    private static void checkId(String id, Set<String> before) {
        if (!ENTRY_ID.matcher(id).matches()) {
            throw SnsError.of(
                    "InvalidBatchEntryId",
                    "The Id of a batch entry in a batch request doesn't abide by the " + "specification.");
        }
        if (!before.add(id)) {
            throw SnsError.of("BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
        }
    }

    /** An entry with an invalid attribute fails alone, later; here it only has to count for something. */
    private static int size(QueryRequest entry) {
        try {
            return PublishReader.size(entry);
        } catch (SnsError e) {
            return 0;
        }
    }
}
