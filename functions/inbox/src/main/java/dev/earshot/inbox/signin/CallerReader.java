package dev.earshot.inbox.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.core.access.Caller;
import dev.earshot.core.mention.Text;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a caller from the claims of a verified token. */
public final class CallerReader {

    /** Issuers' claims are theirs: not as strict as what we exchange ourselves. */
    private static final ObjectMapper CLAIMS = new ObjectMapper();

    private static final Pattern BETWEEN_GROUPS = Pattern.compile("[\\s,]++");
    private static final String[] NAMES = {"name", "preferred_username", "username", "cognito:username", "email", "sub"
    };

    private static final int LONGEST_NAME = 100;

    private final String groupClaim;

    /** @param groupClaim a claim's name, or a path of names with slashes between them */
    public CallerReader(String groupClaim) {
        this.groupClaim = groupClaim;
    }

    /**
     * The caller that a token names.
     *
     * @param token a JWT whose signature has been verified
     * @throws UnusableTokenException when it has no usable subject, or too many groups
     */
    public Caller read(String token) {
        return of(claims(token));
    }

    /** The caller of these claims. */
    Caller of(JsonNode claims) {
        try {
            return new Caller(text(claims.path("sub")), name(claims), groups(claims));
        } catch (IllegalArgumentException e) {
            throw new UnusableTokenException("The token cannot be used: " + e.getMessage() + ".");
        }
    }

    private static String name(JsonNode claims) {
        return Stream.of(NAMES)
                .map(claim -> Text.line(text(claims.path(claim)), LONGEST_NAME))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A list of names, or one text with spaces or commas between them. */
    private Set<String> groups(JsonNode claims) {
        Set<String> groups = new HashSet<>();
        JsonNode found = find(claims);
        if (found.isArray()) {
            found.forEach(group -> groups.add(text(group)));
        } else {
            groups.addAll(BETWEEN_GROUPS.splitAsStream(text(found)).toList());
        }
        groups.removeIf(String::isBlank);
        return groups;
    }

    private static String text(JsonNode claim) {
        return claim.isTextual() ? claim.textValue() : "";
    }

    /** The claim of that name first: some issuers name claims by URL. */
    private JsonNode find(JsonNode claims) {
        return claims.has(groupClaim) ? claims.get(groupClaim) : claims.at("/" + groupClaim.replace("~", "~0"));
    }

    private static JsonNode claims(String token) {
        try {
            String body = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
            return CLAIMS.readTree(new String(Base64.getUrlDecoder().decode(body), UTF_8));
        } catch (JsonProcessingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnusableTokenException("The token cannot be read.");
        }
    }
}
