package dev.earshot.local.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a local function reaches Comprehend, for which there is no emulator: as the user who starts the local cloud. */
final class ComprehendAccess {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL_COMPREHEND";
    private static final String KEY = "AWS_ACCESS_KEY_ID";
    private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
    private static final String TOKEN = "AWS_SESSION_TOKEN";

    private ComprehendAccess() {}

    /**
     * The variables that the function gets of the user's.
     *
     * @throws RefusedException when they lead to no Comprehend
     */
    static Map<String, String> of(Map<String, String> user) {
        Map<String, String> access = new LinkedHashMap<>();
        if (user.containsKey(KEY) && user.containsKey(SECRET)) {
            access.put(KEY, user.getOrDefault(KEY, ""));
            access.put(SECRET, user.getOrDefault(SECRET, ""));
            // An empty one is none; that of emulators would spoil a real key.
            access.put(TOKEN, user.getOrDefault(TOKEN, ""));
        } else if (!user.containsKey(ENDPOINT)) {
            throw new RefusedException(
                    "--analyzer comprehend uses AWS: set " + KEY + " and " + SECRET + ", or " + ENDPOINT);
        }
        if (user.containsKey(ENDPOINT)) {
            access.put(ENDPOINT, user.getOrDefault(ENDPOINT, ""));
        }
        return access;
    }
}
