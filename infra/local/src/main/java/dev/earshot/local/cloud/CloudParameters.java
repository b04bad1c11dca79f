package dev.earshot.local.cloud;

import dev.earshot.local.signin.LocalIssuer;
import dev.earshot.local.template.TemplateReader;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The values that the local cloud gives to the template's parameters, instead of their defaults. */
final class CloudParameters {

    private static final int KEY_BYTES = 32;

    private CloudParameters() {}

    /** Those that the template has. */
    static Map<String, String> of(CloudOptions options, String stackName, URI address, URI issuer) {
        Map<String, String> values = new HashMap<>();
        // One machine writes no counter from two places at once, and its page reads every shard every other second.
        values.put("CounterShards", "1");
        values.put("SourcesPath", "/" + stackName + "/sources");
        values.put("AllowPrivateAddresses", "true");
        values.put("AnalyzerMode", options.analyzer());
        values.put("PublicUrl", address.toString());
        values.put("Issuer", issuer.toString());
        values.put("ClientId", LocalIssuer.CLIENT);
        values.put("Audience", LocalIssuer.AUDIENCE);
        values.put("GroupClaim", LocalIssuer.GROUP_CLAIM);
        values.put("SessionKey", sessionKey());
        values.keySet().retainAll(TemplateReader.parameters(options.template()));
        return values;
    }

    /** Sessions end with the local cloud that began them. */
    private static String sessionKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
