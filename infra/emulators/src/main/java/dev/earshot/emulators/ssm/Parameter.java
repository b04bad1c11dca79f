package dev.earshot.emulators.ssm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/** One version of one parameter. An invalid one cannot exist. */
record Parameter(String name, String type, String value, long version, Instant modifiedAt) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.\\-/]{1,1011}");
    private static final Pattern RESERVED = Pattern.compile("(?i)/?(aws|ssm).*");
    private static final Set<String> TYPES = Set.of("String", "StringList", "SecureString");
    private static final int MAX_VALUE = 4_096;
    private static final int MAX_LEVELS = 15;

    Parameter {
        if (!NAME.matcher(name).matches()) {
            throw SsmError.validation(
                    "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a "
                            + "path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix "
                            + "of letters, numbers and the following 3 symbols .-_");
        }
        if (RESERVED.matcher(name).matches()) {
            throw SsmError.validation("Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
        }
        if (name.contains("/") && !name.startsWith("/")) {
            throw SsmError.validation("Parameter name must be a fully qualified name.");
        }
        if (name.chars().filter(c -> c == '/').count() > MAX_LEVELS) {
            throw new SsmError("HierarchyLevelLimitExceededException", "A hierarchy can have at most 15 levels.");
        }
        if (!TYPES.contains(type)) {
            throw new SsmError("UnsupportedParameterType", "The parameter type is not supported.");
        }
        if (value.isEmpty()) {
            throw SsmError.validation("1 validation error detected: Value at 'value' failed to satisfy constraint: "
                    + "Member must have length greater than or equal to 1");
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE) {
            throw SsmError.validation("Standard tier parameters support a maximum parameter value of 4096 characters.");
        }
    }

    /** What a reader gets: without decryption a secret is something opaque, as it is with the real store. */
    String readable(boolean withDecryption) {
        return type.equals("SecureString") && !withDecryption ? opaque() : value;
    }

    /** Whether this lies under the path, at any depth or directly. */
    boolean isUnder(String path, boolean recursive) {
        String folder = path.endsWith("/") ? path : path + "/";
        return name.startsWith(folder) && (recursive || name.indexOf('/', folder.length()) < 0);
    }

    private String opaque() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
