package dev.earshot.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every resource type that may be in a template. */
final class ResourceTypes {

    private static final Map<String, ResourceReader> EMULATED = Map.of(
            FunctionReader.TYPE,
            new FunctionReader(),
            HttpApiReader.TYPE,
            new HttpApiReader(),
            "AWS::SQS::Queue",
            new QueueReader(),
            "AWS::DynamoDB::Table",
            new TableReader(),
            "AWS::SNS::Topic",
            new TopicReader(),
            "AWS::SNS::Subscription",
            new SubscriptionReader(),
            "AWS::CloudFormation::Stack",
            new NestedStackReader("TemplateURL"),
            "AWS::Serverless::Application",
            new NestedStackReader("Location"));

    /** What watches, permits or encrypts: it changes nothing that a local run shows. */
    private static final Set<String> NOT_EMULATED = Set.of(
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::CompositeAlarm",
            "AWS::CloudWatch::Dashboard",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::Policy",
            "AWS::IAM::Role",
            "AWS::KMS::Alias",
            "AWS::KMS::Key",
            "AWS::Lambda::Permission",
            "AWS::Logs::LogGroup",
            "AWS::Logs::MetricFilter",
            "AWS::SNS::TopicPolicy",
            "AWS::SQS::QueuePolicy");

    private ResourceTypes() {}

    /** Refuses a type that is not known here, whether or not the resource is created. */
    static void check(Declared resource, boolean serverless) {
        String type = resource.type();
        if (!EMULATED.containsKey(type) && !NOT_EMULATED.contains(type)) {
            throw resource.at()
                    .error("the local cloud does not know the type " + type + " of " + resource.id()
                            + ": use one of " + new TreeSet<>(EMULATED.keySet())
                            + ", or add it to the types that have no effect locally (ResourceTypes)");
        }
        if (type.startsWith("AWS::Serverless::") && !serverless) {
            throw resource.at().error(type + " wants \"Transform: AWS::Serverless-2016-10-31\" at the top, add it");
        }
    }

    static ResourceReader reader(Declared resource) {
        return EMULATED.getOrDefault(resource.type(), ResourceTypes::notEmulated);
    }

    /** Its properties are resolved all the same: a reference to nothing would fail the deployment. */
    private static Built notEmulated(Declared resource, Scope scope) {
        resource.properties(scope.intrinsics());
        String name = scope.generatedName(resource);
        String arn = scope.environment().arn("local", name);
        Identity identity =
                new Identity(name, attribute -> Optional.of(attribute.equals("Arn") ? arn : name + "." + attribute));
        return new Built(
                identity, () -> List.of(new NotEmulated(scope.logicalId(resource), resource.type(), resource.at())));
    }
}
