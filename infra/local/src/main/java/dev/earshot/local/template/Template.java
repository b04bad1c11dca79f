package dev.earshot.local.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template and its nested stacks, read and resolved. Lists are in the template's order; a nested stack's resources stand
 * where the nested stack does.
 *
 * @param description empty when there is none
 * @param parameters the values in force, lists joined by commas; those of the root template only
 * @param resources all of them; the other lists are views by kind
 * @param outputs those of the root template only
 */
public record Template(
        String description, Map<String, String> parameters, List<Resource> resources, Map<String, String> outputs) {

    /** Copies what it is given. */
    public Template {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        resources = List.copyOf(resources);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** The Lambda functions. */
    public List<FunctionResource> functions() {
        return all(FunctionResource.class);
    }

    /** The HTTP APIs, that which SAM makes for routes without one included. */
    public List<HttpApiResource> httpApis() {
        return all(HttpApiResource.class);
    }

    /** The SQS queues. */
    public List<QueueResource> queues() {
        return all(QueueResource.class);
    }

    /** The DynamoDB tables. */
    public List<TableResource> tables() {
        return all(TableResource.class);
    }

    /** The SNS topics. */
    public List<TopicResource> topics() {
        return all(TopicResource.class);
    }

    /** The queues that hear topics. */
    public List<SubscriptionResource> subscriptions() {
        return all(SubscriptionResource.class);
    }

    /** What has no effect locally. */
    public List<NotEmulated> notEmulated() {
        return all(NotEmulated.class);
    }

    /** The queue with this ARN; every ARN in this model that should name a queue does. */
    public Optional<QueueResource> queue(String arn) {
        return queues().stream().filter(queue -> queue.arn().equals(arn)).findFirst();
    }

    private <T extends Resource> List<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
