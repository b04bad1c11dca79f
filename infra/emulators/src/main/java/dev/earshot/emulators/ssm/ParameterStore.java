package dev.earshot.emulators.ssm;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The parameters by name; only the newest version of each is kept. */
final class ParameterStore {

    private final ConcurrentSkipListMap<String, Parameter> parameters = new ConcurrentSkipListMap<>();
    private final Clock clock;

    ParameterStore(Clock clock) {
        this.clock = clock;
    }

    Parameter get(String name) {
        Parameter found = parameters.get(name);
        if (found == null) {
            throw SsmError.notFound(name);
        }
        return found;
    }

    /** Creates, or replaces when {@code overwrite} says so; a null type keeps the one it had. */
    synchronized Parameter put(String name, @Nullable String type, String value, boolean overwrite) {
        Parameter before = parameters.get(name);
        if (before != null && !overwrite) {
            throw new SsmError(
                    "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request "
                            + "to true.");
        }
        Parameter after = new Parameter(
                name, typeOf(type, before), value, before == null ? 1 : before.version() + 1, clock.instant());
        parameters.put(name, after);
        return after;
    }

    void delete(String name) {
        if (parameters.remove(name) == null) {
            throw SsmError.notFound(name);
        }
    }

    /** Those under the path, by name. */
    List<Parameter> under(String path, boolean recursive) {
        return parameters.values().stream()
                .filter(parameter -> parameter.isUnder(path, recursive))
                .toList();
    }

    private static String typeOf(@Nullable String type, @Nullable Parameter before) {
        if (type != null) {
            return type;
        }
        if (before == null) {
            throw SsmError.validation("A parameter type is required when you create a parameter.");
        }
        return before.type();
    }
}
