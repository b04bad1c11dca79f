package dev.earshot.analyze.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.Key;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an OpenID issuer, which are asked for when a token needs them: a snapshot of SnapStart lives for weeks. They
 * are kept for ten minutes, or as long as the issuer says; a key that is not among them is asked for once in 30 s at most,
 * so that made-up tokens do not become requests. An unresolvable key with a cause means that the issuer does not answer.
 */
final class IssuerKeys implements VerificationKeyResolver {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final long KEPT_SECONDS = TimeUnit.MINUTES.toSeconds(10);
    private static final long BETWEEN_REQUESTS_MILLIS = TimeUnit.SECONDS.toMillis(30);

    /** Issuers' documents are theirs: not as strict as what we exchange ourselves. */
    private static final ObjectMapper METADATA_READER = new ObjectMapper();

    private final String metadata;
    private final Get http;
    private @Nullable VerificationKeyResolver keys;

    /** @param issuer the issuer's URL, with or without a slash at its end */
    IssuerKeys(String issuer) {
        metadata = (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + METADATA;
        http = new Get();
        http.setConnectTimeout(TIMEOUT_MILLIS);
        http.setReadTimeout(TIMEOUT_MILLIS);
        http.setRetries(0);
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        return keys().resolveKey(token, nesting);
    }

    private synchronized VerificationKeyResolver keys() throws UnresolvableKeyException {
        if (keys == null) {
            HttpsJwks found = new HttpsJwks(address());
            found.setSimpleHttpGet(http);
            found.setDefaultCacheDuration(KEPT_SECONDS);
            found.setRefreshReprieveThreshold(BETWEEN_REQUESTS_MILLIS);
            keys = new HttpsJwksVerificationKeyResolver(found);
        }
        return keys;
    }

    private String address() throws UnresolvableKeyException {
        try {
            String address = METADATA_READER
                    .readTree(http.get(metadata).getBody())
                    .path("jwks_uri")
                    .asText();
            if (address.isEmpty()) {
                throw new IOException("the issuer's metadata name no keys");
            }
            return address;
        } catch (JsonProcessingException e) {
            throw new UnresolvableKeyException("the issuer's metadata cannot be read", e);
        } catch (IOException e) {
            throw new UnresolvableKeyException("the issuer's metadata cannot be had", e);
        }
    }
}
