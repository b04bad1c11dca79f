package dev.earshot.local.cli;

import dev.earshot.core.mention.MentionId;
import dev.earshot.local.template.LocalEnvironment;
import dev.earshot.local.template.TemplateReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The AWS CLI's commands that find a mention's hops in CloudWatch Logs. */
final class LogsQuery {

    private static final URI ANYWHERE = URI.create("http://127.0.0.1");

    /** What must be given to a stack and does not matter for the names of its functions. */
    private static final Map<String, String> WITHOUT_DEFAULTS =
            Map.of("Issuer", "https://any.example", "ClientId", "any", "SessionKey", "any".repeat(11));

    private LogsQuery() {}

    /** The lines to print: they ask for the last 30 days, in every log group of the stack's functions. */
    static List<String> forMention(MentionId mention, String stack) {
        String groups = TemplateReader.read(
                        Home.folder().resolve("template.yaml"),
                        WITHOUT_DEFAULTS,
                        LocalEnvironment.at(ANYWHERE, ANYWHERE))
                .functions()
                .stream()
                .map(function -> function.name().replaceFirst(CloudOrStack.LOCAL_STACK, stack))
                .map(name -> "/aws/lambda/" + name)
                .collect(Collectors.joining(" "));
        return List.of(
                "query=$(aws logs start-query --query queryId --output text \\",
                "  --start-time $(($(date +%s) - 30 * 86400)) --end-time $(date +%s) \\",
                "  --log-group-names " + groups + " \\",
                "  --query-string 'fields @timestamp, @log, mdc.hop, message | filter mdc.mentionId = \""
                        + mention.value() + "\" | sort @timestamp asc | limit 1000')",
                "sleep 5",
                "aws logs get-query-results --query-id \"$query\" --output table \\",
                "  --query \"results[*].[[?field=='@timestamp'].value | [0], [?field=='mdc.hop'].value | [0],"
                        + " [?field=='message'].value | [0]]\"");
    }
}
