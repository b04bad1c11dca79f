package dev.earshot.local.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code AWS::Serverless::HttpApi}. Authorizers and CORS are refused, not ignored: without them a local run would
 * let through what AWS would not.
 */
final class HttpApiReader implements ResourceReader {

    static final String TYPE = "AWS::Serverless::HttpApi";

    @Override
    public Built read(Declared resource, Scope scope) {
        Properties properties = resource.properties(scope.intrinsics());
        // Any other stage would stand in front of every path.
        properties.word("StageName", List.of("$default"));
        properties.refuseOthers(
                "AccessLogSettings",
                "DefaultRouteSettings",
                "Description",
                "DisableExecuteApiEndpoint",
                "Domain",
                "FailOnWarnings",
                "Name",
                "PropagateTags",
                "RouteSettings",
                "Tags");
        String id = scope.logicalId(resource).replace(".", "").toLowerCase(Locale.ROOT);
        String endpoint = scope.environment().apiEndpoint();
        return Built.of(
                Identity.of(id, Map.of("ApiEndpoint", endpoint, "ApiId", id)),
                new HttpApiResource(scope.logicalId(resource), id, endpoint, resource.at()));
    }
}
