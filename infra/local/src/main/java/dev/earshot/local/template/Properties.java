package dev.earshot.local.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Typed access to a mapping whose calls are resolved. It remembers what was asked for, so that {@link #refuseOthers} can
 * refuse the rest: a misspelt property is an error, not a default.
 */
final class Properties {

    private final String owner;
    private final Value.Fields fields;
    private final Position at;
    private final Set<String> asked = new HashSet<>();

    /**
     * Shows {@code fields}.
     *
     * @param owner names them in errors, as {@code parameter Stage}
     * @param at where an error about something missing belongs
     */
    Properties(String owner, Value.Fields fields, Position at) {
        this.owner = owner;
        this.fields = fields;
        this.at = at;
    }

    Optional<Value> value(String name) {
        asked.add(name);
        return fields.get(name);
    }

    Optional<String> text(String name) {
        return value(name).map(value -> value.asText(name));
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** The whole number under {@code name}, from {@code min} to {@code max}. */
    Optional<Integer> integer(String name, int min, int max) {
        return text(name).map(text -> {
            if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
                throw at(name).error(name + " must be a whole number from " + min + " to " + max + ", not " + text);
            }
            return Integer.valueOf(text);
        });
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw at(name).error(name + " must be true or false, not " + text);
        });
    }

    /** One of a few words. */
    Optional<String> word(String name, Collection<String> words) {
        return text(name).map(text -> {
            if (!words.contains(text)) {
                throw at(name).error(name + " must be one of " + words + ", not " + text);
            }
            return text;
        });
    }

    String requiredWord(String name, Collection<String> words) {
        return word(name, words).orElseThrow(() -> missing(name));
    }

    /** The texts of a list; empty when there is none. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        value(name).ifPresent(value -> value.asItems(name).values().forEach(item -> texts.add(item.asText(name))));
        return List.copyOf(texts);
    }

    /** The texts of a mapping; empty when there is none. */
    Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        value(name).ifPresent(value -> value.asFields(name)
                .entries()
                .forEach((key, field) -> texts.put(key, field.value().asText(key))));
        return texts;
    }

    Optional<Properties> section(String name) {
        return value(name).map(value -> new Properties(name + " of " + owner, value.asFields(name), at(name)));
    }

    /** The mappings of a list; empty when there is none. */
    List<Properties> sections(String name) {
        List<Properties> sections = new ArrayList<>();
        value(name).ifPresent(value -> value.asItems(name)
                .values()
                .forEach(item -> sections.add(new Properties(name + " of " + owner, item.asFields(name), item.at()))));
        return sections;
    }

    /** Where a property is; where its owner is when it has none of that name. */
    Position at(String name) {
        Value.Field field = fields.entries().get(name);
        return field == null ? at : field.key();
    }

    TemplateException missing(String name) {
        return at.error(owner + " has no " + name + ", give it one");
    }

    /** Refuses every property that was neither asked for nor has no effect locally. */
    void refuseOthers(String... withoutEffect) {
        refuseOthers(Set.of(withoutEffect));
    }

    void refuseOthers(Set<String> withoutEffect) {
        fields.entries().forEach((name, field) -> {
            if (!asked.contains(name) && !withoutEffect.contains(name)) {
                throw field.key()
                        .error(owner + " has " + name + ", which the local cloud does not know: check the"
                                + " spelling, or leave it out; known are " + known(withoutEffect));
            }
        });
    }

    private Set<String> known(Set<String> withoutEffect) {
        Set<String> known = new TreeSet<>(asked);
        known.addAll(withoutEffect);
        return known;
    }
}
