package dev.earshot.edge;

import dev.earshot.core.subscription.Address;
import dev.earshot.core.subscription.FilterPolicy;
import dev.earshot.core.subscription.Protocol;
import dev.earshot.core.subscription.SubscriptionState;
import dev.earshot.core.subscription.TopicSubscriptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.FilterPolicyLimitExceededException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.SubscriptionLimitExceededException;

/** The subscriptions of the SNS topic; references are their ARNs. Delivery is not raw: receivers verify the envelope. */
public final class SnsTopicSubscriptions implements TopicSubscriptions {

    private static final String POLICY = "FilterPolicy";

    private final SnsClient sns;
    private final String topicArn;

    public SnsTopicSubscriptions(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public Placement place(Address address, FilterPolicy policy) {
        try {
            return new Placement.Placed(subscribe(address, policy));
        } catch (FilterPolicyLimitExceededException | SubscriptionLimitExceededException e) {
            return new Placement.Declined("SNS has as many subscriptions or filters as it takes");
        } catch (InvalidParameterException e) {
            // Its words may repeat the endpoint.
            return new Placement.Declined("SNS does not take this endpoint or its filter");
        }
    }

    /** The filter comes with the subscription: there is no moment at which everything is wanted. */
    private String subscribe(Address address, FilterPolicy policy) {
        try {
            return subscribe(address, Map.of(POLICY, policy.json()));
        } catch (InvalidParameterException e) {
            if (!says(e, "already exists with different attributes")) {
                throw e;
            }
            String arn = subscribe(address, Map.of());
            filter(arn, policy);
            return arn;
        }
    }

    private String subscribe(Address address, Map<String, String> attributes) {
        return sns.subscribe(s -> s.topicArn(topicArn)
                        .protocol(address.protocol().word())
                        .endpoint(address.endpoint())
                        .attributes(attributes)
                        .returnSubscriptionArn(true))
                .subscriptionArn();
    }

    private void filter(String arn, FilterPolicy policy) {
        sns.setSubscriptionAttributes(
                s -> s.subscriptionArn(arn).attributeName(POLICY).attributeValue(policy.json()));
    }

    @Override
    public Optional<SubscriptionState> state(String reference) {
        try {
            Map<String, String> attributes = sns.getSubscriptionAttributes(g -> g.subscriptionArn(reference))
                    .attributes();
            boolean pending = "true".equals(attributes.get("PendingConfirmation"));
            return Optional.of(pending ? SubscriptionState.PENDING : SubscriptionState.CONFIRMED);
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public Map<Address, SubscriptionState> states() {
        Map<Address, SubscriptionState> states = new HashMap<>();
        sns.listSubscriptionsByTopicPaginator(l -> l.topicArn(topicArn))
                .subscriptions()
                .forEach(entry -> Protocol.named(entry.protocol()).ifPresent(protocol -> state(entry)
                        .ifPresent(state -> states.put(new Address(protocol, entry.endpoint()), state))));
        return states;
    }

    /** In lists the ARN is there once it is confirmed; for a while after it was ended it says so instead. */
    private static Optional<SubscriptionState> state(Subscription entry) {
        if (entry.subscriptionArn().equals("PendingConfirmation")) {
            return Optional.of(SubscriptionState.PENDING);
        }
        return entry.subscriptionArn().startsWith("arn:") ? Optional.of(SubscriptionState.CONFIRMED) : Optional.empty();
    }

    @Override
    public void remove(String reference) {
        try {
            unsubscribe(reference);
        } catch (NotFoundException e) {
            // Nothing is left to end.
        }
    }

    private void unsubscribe(String arn) {
        try {
            sns.unsubscribe(u -> u.subscriptionArn(arn));
        } catch (InvalidParameterException e) {
            if (!says(e, "pending confirmation")) {
                throw e;
            }
            filter(arn, FilterPolicy.NOTHING);
        }
    }

    private static boolean says(InvalidParameterException refusal, String words) {
        String message = refusal.getMessage();
        return message != null && message.contains(words);
    }
}
