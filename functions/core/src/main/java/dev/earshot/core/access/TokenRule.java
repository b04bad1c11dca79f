package dev.earshot.core.access;

import java.util.Map;
import java.util.Optional;

/** Which of the issuer's genuine tokens are accepted somewhere. */
@FunctionalInterface
public interface TokenRule {

    /** Why a token with these claims is refused; empty when it is accepted. */
    Optional<String> refusal(Map<String, Object> claims);
}
