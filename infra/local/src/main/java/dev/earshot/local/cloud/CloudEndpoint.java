package dev.earshot.local.cloud;

import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.Sdk;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/**
 * One address at which another emulator of AWS, such as LocalStack or Floci, answers for all services.
 *
 * @param uri its base address without a slash at the end; never one of AWS itself
 * @param region an AWS region's name
 * @param credentials who asks; emulators take any, and some give each access key an account of its own
 */
public record CloudEndpoint(URI uri, String region, AwsCredentials credentials) {

    /** The environment variable that names it, as for every SDK of AWS. */
    public static final String VARIABLE = "AWS_ENDPOINT_URL";

    private static final String ANY = "test";
    private static final List<String> AWS_DOMAINS = List.of(
            "amazonaws.com", "amazonaws.com.cn", "amazonaws.eu", "api.aws", "on.aws", "api.amazonwebservices.com.cn");

    /** Refuses what is no address of an emulator. */
    public CloudEndpoint {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        if (uri.getHost() == null || !bare || !scheme.matches("https?")) {
            throw new EndpointException("needs an address such as http://127.0.0.1:4566");
        }
        if (isOfAws(uri.getHost())) {
            throw new EndpointException(
                    "the local cloud does not run on AWS itself; README.md says how to deploy there");
        }
        if (!region.matches("[a-z0-9-]{1,40}")) {
            throw new EndpointException("AWS_REGION is not the name of a region");
        }
    }

    /**
     * The endpoint that an environment names, if it does; region and credentials are its {@code AWS_*}, or made up.
     *
     * @throws EndpointException when it cannot be used
     */
    public static Optional<CloudEndpoint> in(Map<String, String> environment) {
        String given = environment.getOrDefault(VARIABLE, "").strip();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String region = environment.getOrDefault(
                "AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", AwsIdentity.LOCAL.region()));
        return Optional.of(at(parsed(given), region, environment));
    }

    /** That at an address and region that are known, with the credentials of an environment, or made up ones. */
    public static CloudEndpoint at(URI uri, String region, Map<String, String> environment) {
        String key = environment.getOrDefault("AWS_ACCESS_KEY_ID", ANY);
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ANY);
        String token = environment.getOrDefault("AWS_SESSION_TOKEN", "");
        return new CloudEndpoint(
                uri,
                region,
                token.isEmpty()
                        ? AwsBasicCredentials.create(key, secret)
                        : AwsSessionCredentials.create(key, secret, token));
    }

    /** The real SDK's client of a builder, pointed here. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return Sdk.client(builder, uri, region, credentials);
    }

    /** The environment by which the SDK in another process finds this instead of AWS. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(VARIABLE, uri.toString());
        environment.put("AWS_REGION", region);
        environment.put("AWS_DEFAULT_REGION", region);
        environment.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
        if (credentials instanceof AwsSessionCredentials session) {
            environment.put("AWS_SESSION_TOKEN", session.sessionToken());
        }
        return environment;
    }

    private static URI parsed(String given) {
        try {
            return URI.create(given.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new EndpointException("needs an address such as http://127.0.0.1:4566", e);
        }
    }

    private static boolean isOfAws(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
        return AWS_DOMAINS.stream().anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
