package dev.earshot.local.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decoded query or form; a name may come more than once. */
record FormValues(Map<String, List<String>> values) {

    /**
     * Decodes {@code a=1&b=2}.
     *
     * @throws IllegalArgumentException when a percent sign is followed by no two digits
     */
    static FormValues parse(@Nullable String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : (encoded == null ? "" : encoded).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                values.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return new FormValues(values);
    }

    /** The one value of a name; empty when there is none, or another beside it. */
    String one(String name) {
        List<String> all = all(name);
        return all.size() == 1 ? all.get(0) : "";
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, UTF_8);
    }
}
