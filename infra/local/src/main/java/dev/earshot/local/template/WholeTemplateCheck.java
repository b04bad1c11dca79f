package dev.earshot.local.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What only shows when every stack is read: AWS would refuse these at deployment, in its own words and much later. */
final class WholeTemplateCheck {

    private static final int DEFAULT_VISIBILITY_SECONDS = 30;

    private final Template template;
    private final Map<String, Position> routes = new HashMap<>();

    WholeTemplateCheck(Template template) {
        this.template = template;
    }

    void run() {
        checkNames();
        template.queues().forEach(queue -> queue.deadLetterTargetArn().ifPresent(arn -> queue(arn, queue.at())));
        template.subscriptions().forEach(this::checkSubscription);
        for (FunctionResource function : template.functions()) {
            for (EventSource event : function.events()) {
                checkEvent(function, event);
            }
        }
    }

    private void checkNames() {
        Set<String> arns = new HashSet<>();
        Stream<Map.Entry<String, Position>> named = Stream.of(
                        template.functions().stream().map(it -> Map.entry(it.arn(), it.at())),
                        template.queues().stream().map(it -> Map.entry(it.arn(), it.at())),
                        template.tables().stream().map(it -> Map.entry(it.arn(), it.at())),
                        template.topics().stream().map(it -> Map.entry(it.arn(), it.at())))
                .flatMap(it -> it);
        named.filter(it -> !arns.add(it.getKey())).findFirst().ifPresent(it -> {
            throw it.getValue().error("another resource is " + it.getKey() + " already, give one of them another name");
        });
    }

    private void checkSubscription(SubscriptionResource subscription) {
        queue(subscription.queueArn(), subscription.at());
        if (template.topics().stream().noneMatch(topic -> topic.arn().equals(subscription.topicArn()))) {
            throw subscription.at().error(subscription.topicArn() + " is no topic of this template, use Ref");
        }
    }

    private void checkEvent(FunctionResource function, EventSource event) {
        if (event instanceof EventSource.SqsSource source) {
            checkVisibility(function, queue(source.queueArn(), source.at()), source.at());
        } else if (event instanceof EventSource.HttpRoute route) {
            checkRoute(route);
        }
    }

    /** Lambda refuses the event source mapping: a message would come back while it is still being worked on. */
    private static void checkVisibility(FunctionResource function, QueueResource queue, Position at) {
        String visibility =
                queue.attributes().getOrDefault("VisibilityTimeout", String.valueOf(DEFAULT_VISIBILITY_SECONDS));
        if (Integer.parseInt(visibility) < function.timeoutSeconds()) {
            throw at.error(
                    "the VisibilityTimeout of " + queue.logicalId() + " (" + visibility + " s) is below the Timeout"
                            + " of " + function.logicalId() + " (" + function.timeoutSeconds() + " s), raise it");
        }
    }

    private void checkRoute(EventSource.HttpRoute route) {
        if (template.httpApis().stream().noneMatch(api -> api.id().equals(route.apiId()))) {
            throw route.at().error("ApiId " + route.apiId() + " is no HTTP API of this template, use Ref");
        }
        String key = String.join(" ", route.apiId(), route.method(), route.path());
        Position first = routes.putIfAbsent(key, route.at());
        if (first != null) {
            throw route.at()
                    .error(route.method() + " " + route.path() + " is taken already at " + first + ", remove one");
        }
    }

    private QueueResource queue(String arn, Position at) {
        return template.queue(arn)
                .orElseThrow(() -> at.error(arn + " is no queue of this template, use Fn::GetAtt with Arn"));
    }
}
