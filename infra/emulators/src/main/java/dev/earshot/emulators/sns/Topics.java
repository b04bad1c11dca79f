package dev.earshot.emulators.sns;

import dev.earshot.emulators.AwsIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All topics, in the order they were made. */
final class Topics {

    private final Map<String, Topic> byArn = new LinkedHashMap<>();
    private final AwsIdentity identity;

    Topics(AwsIdentity identity) {
        this.identity = identity;
    }

    /** Creates it, or returns the one that is there if nothing different is asked of it. */
    synchronized Topic create(String name, Map<String, String> attributes) {
        Topic.checkName(name);
        Topic asked = new Topic(identity.arn("sns", name), attributes);
        Topic existing = byArn.putIfAbsent(asked.arn(), asked);
        if (existing == null) {
            return asked;
        }
        if (!existing.attributes().entrySet().containsAll(attributes.entrySet())) {
            throw SnsError.invalidParameter("Attributes Reason: Topic already exists with different attributes");
        }
        return existing;
    }

    synchronized Topic get(String arn) {
        if (!arn.startsWith("arn:aws:sns:")) {
            throw SnsError.invalidParameter("TopicArn");
        }
        Topic topic = byArn.get(arn);
        if (topic == null) {
            throw SnsError.notFound("Topic");
        }
        return topic;
    }

    synchronized void set(String arn, String name, String value) {
        byArn.put(arn, get(arn).with(name, value));
    }

    /** Removes it; removing what is not there is no error, as in SNS. */
    synchronized void remove(String arn) {
        byArn.remove(arn);
    }

    synchronized List<Topic> all() {
        return List.copyOf(byArn.values());
    }
}
