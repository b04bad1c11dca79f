package dev.earshot.local.template;

/** One resource of the template, its intrinsics resolved. */
public sealed interface Resource
        permits FunctionResource,
                HttpApiResource,
                QueueResource,
                TableResource,
                TopicResource,
                SubscriptionResource,
                NotEmulated {

    /** Its key under {@code Resources}; inside a nested stack {@code Nested.Key}. */
    String logicalId();

    /** Where it is declared. */
    Position at();
}
