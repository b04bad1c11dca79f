package dev.earshot.emulators.sns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The actions on subscriptions. */
final class SubscriptionActions {

    private static final String ARN = "SubscriptionArn";
    private static final String TOPIC_ARN = "TopicArn";

    private final Topics topics;
    private final Subscriptions subscriptions;
    private final Courier courier;
    private final String owner;

    SubscriptionActions(Topics topics, Subscriptions subscriptions, Courier courier, String owner) {
        this.topics = topics;
        this.subscriptions = subscriptions;
        this.courier = courier;
        this.owner = owner;
    }

    Consumer<XmlAnswer> subscribe(QueryRequest request) {
        Topic topic = topics.get(request.required(TOPIC_ARN));
        Protocol protocol = Protocol.named(request.required("Protocol"));
        String endpoint = request.required("Endpoint");
        protocol.check(endpoint);
        Subscription made = subscriptions.subscribe(topic.arn(), protocol, endpoint, request.map("Attributes"));
        courier.askToConfirm(made, topic.signatureVersion());
        String shown = request.flag("ReturnSubscriptionArn") ? made.arn() : made.shownArn("pending confirmation");
        return xml -> xml.element(ARN, shown);
    }

    Consumer<XmlAnswer> confirm(QueryRequest request) {
        Topic topic = topics.get(request.required(TOPIC_ARN));
        Subscription confirmed = subscriptions.confirm(topic.arn(), request.required("Token"));
        return xml -> xml.element(ARN, confirmed.arn());
    }

    Consumer<XmlAnswer> unsubscribe(QueryRequest request) {
        subscriptions.remove(arn(request));
        return xml -> {};
    }

    Consumer<XmlAnswer> list(QueryRequest request) {
        return listed(subscriptions.all(), request);
    }

    Consumer<XmlAnswer> listByTopic(QueryRequest request) {
        Topic topic = topics.get(request.required(TOPIC_ARN));
        return listed(subscriptions.of(topic.arn()), request);
    }

    Consumer<XmlAnswer> getAttributes(QueryRequest request) {
        Subscription found = subscriptions.get(arn(request));
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(ARN, found.arn());
        attributes.put(TOPIC_ARN, found.topicArn());
        attributes.put("Protocol", found.protocol().wireName());
        attributes.put("Endpoint", found.endpoint());
        attributes.put("Owner", owner);
        attributes.put("PendingConfirmation", Boolean.toString(!found.isConfirmed()));
        attributes.putAll(found.attributes().shown());
        return xml -> xml.map("Attributes", attributes);
    }

    Consumer<XmlAnswer> setAttributes(QueryRequest request) {
        String name = request.required("AttributeName");
        String value = request.optional("AttributeValue", "");
        subscriptions.change(arn(request), s -> s.with(s.attributes().with(name, value)));
        return xml -> {};
    }

    private Consumer<XmlAnswer> listed(List<Subscription> all, QueryRequest request) {
        Page<Subscription> page = Page.of(all, request.optional("NextToken"));
        return xml -> xml.list("Subscriptions", page.items(), this::describe).element("NextToken", page.nextToken());
    }

    private void describe(XmlAnswer xml, Subscription subscription) {
        xml.element(ARN, subscription.shownArn("PendingConfirmation"))
                .element("Owner", owner)
                .element("Protocol", subscription.protocol().wireName())
                .element("Endpoint", subscription.endpoint())
                .element(TOPIC_ARN, subscription.topicArn());
    }

    private static String arn(QueryRequest request) {
        String arn = request.required(ARN);
        if (!arn.startsWith("arn:aws:sns:")) {
            throw SnsError.invalidParameter(ARN);
        }
        return arn;
    }
}
