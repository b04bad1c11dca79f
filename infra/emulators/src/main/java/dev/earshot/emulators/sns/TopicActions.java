package dev.earshot.emulators.sns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The actions on topics. */
final class TopicActions {

    private static final String TOPIC_ARN = "TopicArn";

    private final Topics topics;
    private final Subscriptions subscriptions;
    private final String owner;

    TopicActions(Topics topics, Subscriptions subscriptions, String owner) {
        this.topics = topics;
        this.subscriptions = subscriptions;
        this.owner = owner;
    }

    Consumer<XmlAnswer> create(QueryRequest request) {
        Topic topic = topics.create(request.required("Name"), request.map("Attributes"));
        return xml -> xml.element(TOPIC_ARN, topic.arn());
    }

    Consumer<XmlAnswer> delete(QueryRequest request) {
        String arn = request.required(TOPIC_ARN);
        topics.remove(arn);
        subscriptions.removeTopic(arn);
        return xml -> {};
    }

    Consumer<XmlAnswer> list(QueryRequest request) {
        Page<Topic> page = Page.of(topics.all(), request.optional("NextToken"));
        return xml -> xml.list("Topics", page.items(), (one, topic) -> one.element(TOPIC_ARN, topic.arn()))
                .element("NextToken", page.nextToken());
    }

    Consumer<XmlAnswer> getAttributes(QueryRequest request) {
        Topic topic = topics.get(request.required(TOPIC_ARN));
        List<Subscription> all = subscriptions.of(topic.arn());
        long confirmed = all.stream().filter(Subscription::isConfirmed).count();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(TOPIC_ARN, topic.arn());
        attributes.put("Owner", owner);
        attributes.put("SubscriptionsConfirmed", Long.toString(confirmed));
        attributes.put("SubscriptionsPending", Long.toString(all.size() - confirmed));
        attributes.putAll(topic.attributes());
        return xml -> xml.map("Attributes", attributes);
    }

    Consumer<XmlAnswer> setAttributes(QueryRequest request) {
        topics.set(
                request.required(TOPIC_ARN), request.required("AttributeName"), request.optional("AttributeValue", ""));
        return xml -> {};
    }
}
