package dev.earshot.analyze.trial;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;

import dev.earshot.core.access.TokenRule;
import java.time.Clock;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.Validator;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies what an OpenID issuer signed, RS256 or ES256, and that it is meant for us, as the inbox does: issuer, expiry,
 * subject, and a rule of what it is good for.
 */
public final class IssuerTokens implements Tokens {

    /** Issuers' and our clocks may differ by seconds. */
    private static final int GRACE_SECONDS = 5;

    private static final int LONGEST = 16 * 1024;
    private static final int DEEPEST = 10;

    private final String issuer;
    private final TokenRule rule;
    private final Clock clock;
    private final VerificationKeyResolver keys;

    /** @param issuer the issuer's URL, exactly as its tokens name it in {@code iss} */
    public IssuerTokens(String issuer, TokenRule rule, Clock clock) {
        this.issuer = issuer;
        this.rule = rule;
        this.clock = clock;
        keys = new IssuerKeys(issuer);
    }

    @Override
    public Verdict verify(String token) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Verdict.REFUSED;
        }
        try {
            consumer().process(token);
            return Verdict.ACCEPTED;
        } catch (InvalidJwtException e) {
            return isOutage(e) ? Verdict.NOT_NOW : Verdict.REFUSED;
        }
    }

    private JwtConsumer consumer() {
        Validator meantForUs =
                context -> rule.refusal(context.getJwtClaims().getClaimsMap()).orElse(null);
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(PERMIT, RSA_USING_SHA256, ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(true, issuer)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(GRACE_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setSkipDefaultAudienceValidation()
                .registerValidator(meantForUs)
                .build();
    }

    private static boolean isOutage(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof UnresolvableKeyException && cause.getCause() != null) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
