package dev.earshot.emulators.sns;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request of AWS's Query protocol: form parameters whose dotted names make lists and maps. */
final class QueryRequest {

    private static final int MAX_PARAMETERS = 2_000;

    private final NavigableMap<String, String> parameters;
    private final String prefix;

    private QueryRequest(NavigableMap<String, String> parameters, String prefix) {
        this.parameters = parameters;
        this.prefix = prefix;
    }

    /** Reads {@code a=b&c=d}, percent-encoded. */
    static QueryRequest parse(String form) {
        NavigableMap<String, String> parameters = new TreeMap<>();
        int from = 0;
        while (from < form.length()) {
            int to = form.indexOf('&', from);
            int end = to < 0 ? form.length() : to;
            read(form.substring(from, end), parameters);
            from = end + 1;
        }
        return new QueryRequest(parameters, "");
    }

    private static void read(String pair, Map<String, String> into) {
        int equals = pair.indexOf('=');
        if (equals <= 0) {
            return;
        }
        into.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        if (into.size() > MAX_PARAMETERS) {
            throw SnsError.of("MalformedQueryString", "More than " + MAX_PARAMETERS + " parameters");
        }
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw SnsError.of("MalformedQueryString", "The query string contains a syntax error");
        }
    }

    @Nullable
    String optional(String name) {
        return parameters.get(prefix + name);
    }

    String optional(String name, String otherwise) {
        return parameters.getOrDefault(prefix + name, otherwise);
    }

    boolean flag(String name) {
        return optional(name, "false").equalsIgnoreCase("true");
    }

    String required(String name) {
        String value = optional(name);
        if (value == null || value.isEmpty()) {
            throw SnsError.invalidParameter(name);
        }
        return value;
    }

    /** The members {@code list.1.*}, {@code list.2.*} and so on. */
    List<QueryRequest> members(String list) {
        List<QueryRequest> members = new ArrayList<>();
        for (int n = 1; has(list + "." + n + "."); n++) {
            members.add(new QueryRequest(parameters, prefix + list + "." + n + "."));
        }
        return members;
    }

    /** A map sent as {@code name.entry.1.key}, {@code name.entry.1.value}. */
    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        members(name + ".entry").forEach(entry -> map.put(entry.required("key"), entry.optional("value", "")));
        return map;
    }

    private boolean has(String start) {
        String next = parameters.ceilingKey(prefix + start);
        return next != null && next.startsWith(prefix + start);
    }
}
