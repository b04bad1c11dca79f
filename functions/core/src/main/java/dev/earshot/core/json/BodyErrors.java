package dev.earshot.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body, from what Jackson says of it; Jackson's own words would quote the body. */
public final class BodyErrors {

    private BodyErrors() {}

    /** The members that are wrong, without their values. */
    public static List<InvalidMember> of(JsonProcessingException cause) {
        if (cause.getCause() instanceof InvalidMemberException member) {
            return List.of(new InvalidMember(member.pointer(), String.valueOf(member.getMessage())));
        }
        return List.of(
                cause instanceof JsonMappingException mapping
                        ? new InvalidMember(pointer(mapping), detail(mapping))
                        : new InvalidMember("", "is not JSON" + place(cause.getLocation())));
    }

    private static String pointer(JsonMappingException cause) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : cause.getPath()) {
            String name = step.getFieldName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? step.getIndex()
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String detail(JsonMappingException cause) {
        if (cause instanceof UnrecognizedPropertyException) {
            return "is not known";
        }
        if (cause instanceof ValueInstantiationException && cause.getCause() instanceof IllegalArgumentException ours) {
            return String.valueOf(ours.getMessage());
        }
        return cause instanceof MismatchedInputException mismatch
                ? "must be " + kind(mismatch.getTargetType())
                : "cannot be read";
    }

    private static String kind(@Nullable Class<?> target) {
        if (target == null || target == String.class) {
            return "a text";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
            return "a number";
        }
        if (target.isEnum()) {
            return "one of " + List.of(target.getEnumConstants());
        }
        if (Collection.class.isAssignableFrom(target)) {
            return "a list";
        }
        return Temporal.class.isAssignableFrom(target) ? "a time such as 2026-11-21T12:00:00Z" : "an object";
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
