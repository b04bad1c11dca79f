package dev.earshot.local.stack;

import dev.earshot.local.template.SubscriptionResource;
import dev.earshot.local.template.TopicResource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;

/** Creates topics and the subscriptions of queues. */
final class TopicCreator {

    private final SnsClient sns;

    TopicCreator(SnsClient sns) {
        this.sns = sns;
    }

    void create(TopicResource topic) {
        try {
            sns.createTopic(request -> request.name(topic.name()).attributes(topic.attributes()));
        } catch (InvalidParameterException e) {
            // It is there already with other attributes; if not, the next call says what is wrong.
            topic.attributes()
                    .forEach((name, value) -> sns.setTopicAttributes(request ->
                            request.topicArn(topic.arn()).attributeName(name).attributeValue(value)));
        }
    }

    /** SNS answers with the subscription that exists when all is the same. */
    void subscribe(SubscriptionResource subscription) {
        sns.subscribe(request -> request.topicArn(subscription.topicArn())
                .protocol("sqs")
                .endpoint(subscription.queueArn())
                .attributes(subscription.attributes()));
    }
}
