package dev.earshot.local.template;

import dev.earshot.provider.payload.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a template that remembers its line. Short and long forms of intrinsic functions are the same here. */
sealed interface Value {

    Position at();

    /** How a scalar was written; policies need it when they become JSON again. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /** A text, a number or a truth value, always with its text: CloudFormation converts freely between them. */
    record Scalar(String text, Kind kind, Position at) implements Value {}

    record Items(List<Value> values, Position at) implements Value {}

    /** A mapping, in the order of the file. */
    record Fields(Map<String, Field> entries, Position at) implements Value {

        static Fields none(Position at) {
            return new Fields(Map.of(), at);
        }

        Optional<Value> get(String name) {
            return Optional.ofNullable(entries.get(name)).map(Field::value);
        }

        Fields without(String name) {
            Map<String, Field> rest = new LinkedHashMap<>(entries);
            rest.remove(name);
            return new Fields(rest, at);
        }
    }

    /**
     * One entry of a mapping.
     *
     * @param key where its key is, which may be lines above its value
     */
    record Field(Position key, Value value) {}

    /**
     * An intrinsic function.
     *
     * @param function the long name: {@code Ref} or {@code Fn::Sub}
     */
    record Call(String function, Value argument, Position at) implements Value {}

    static Scalar text(String text, Position at) {
        return new Scalar(text, Kind.TEXT, at);
    }

    /** This value as a mapping; {@code what} names it in the error. */
    default Fields asFields(String what) {
        if (this instanceof Fields fields) {
            return fields;
        }
        throw at().error(what + " must be a mapping of names to values");
    }

    default Items asItems(String what) {
        if (this instanceof Items items) {
            return items;
        }
        throw at().error(what + " must be a list");
    }

    default String asText(String what) {
        if (this instanceof Scalar scalar) {
            return scalar.text();
        }
        throw at().error(what + " must be a single value, not a list or a mapping");
    }
}
