package dev.earshot.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What native executables must be told, because nothing in the code shows it to their compiler. Values are records and
 * enums here, so all of those are registered: nobody has to know which of them Jackson or Qute will meet.
 */
class NativeConfigurationTest {

    private static final List<String> MODULES =
            List.of("core", "edge", "store", "provider", "ingest", "dispatch", "inbox", "erase", "poll");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.stream().map(NativeConfigurationTest::classes).toList());

    private static final Set<String> WHAT_JACKSON_ASKS_FOR =
            Set.of("allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields", "allRecordComponents");

    private static final Map<String, List<String>> READ_FROM_THE_CLASS_PATH = Map.of(
            "store", List.of("departments.yaml"),
            "inbox",
                    List.of(
                            "assets/earshot.css",
                            "assets/ear.svg",
                            "assets/htmx.min.js",
                            "assets/inbox.js",
                            "assets/council.css",
                            "assets/council.js",
                            "assets/chart.umd.min.js"));

    @TestFactory
    Stream<DynamicTest> everyRecordAndEnumOfOursIsRegisteredForReflection() {
        return forEachModule(module -> {
            Set<String> missing = values(module);
            missing.removeAll(registered(module).keySet());
            assertEquals(Set.of(), missing, () -> "add them to " + configuration(module, "reflect-config.json"));
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingIsRegisteredThatIsGone() {
        return forEachModule(module -> {
            Set<String> gone = new TreeSet<>(registered(module).keySet());
            gone.removeIf(name -> !name.startsWith("dev.earshot."));
            gone.removeAll(values(module));
            assertEquals(Set.of(), gone, () -> "take them out of " + configuration(module, "reflect-config.json"));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsRegisteredShowsConstructorsMethodsFieldsAndComponents() {
        return forEachModule(module -> registered(module).forEach((name, entry) -> {
            if (name.startsWith("dev.earshot.")) {
                WHAT_JACKSON_ASKS_FOR.forEach(wanted -> assertTrue(
                        entry.path(wanted).asBoolean(), () -> name + ": Jackson cannot do without " + wanted));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> filesThatAreReadFromTheClassPathAreInTheExecutable() {
        return READ_FROM_THE_CLASS_PATH.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<String> patterns = patterns(entry.getKey());
                    for (String file : entry.getValue()) {
                        assertTrue(
                                Files.isRegularFile(classes(entry.getKey()).resolve(file)),
                                () -> file + " is not packaged");
                        assertTrue(
                                patterns.stream().anyMatch(file::matches), () -> file + " matches none of " + patterns);
                    }
                }));
    }

    @Test
    void classesThatMustNotBeFrozenIntoTheExecutableExist() throws IOException {
        String arguments = Files.readString(configuration("edge", "native-image.properties"));
        List<String> classes = Stream.of(arguments.split("--initialize-at-run-time=", -1))
                .skip(1)
                .map(rest -> rest.split("[\\s\\\\]", 2)[0])
                .toList();
        assertEquals(2, classes.size());
        for (String name : classes) {
            assertTrue(exists(name), () -> name + " is gone; the SDK has changed");
        }
    }

    private static boolean exists(String type) {
        return NativeConfigurationTest.class.getResource("/" + type.replace('.', '/') + ".class") != null;
    }

    private static Stream<DynamicTest> forEachModule(ModuleRule rule) {
        return MODULES.stream().map(module -> DynamicTest.dynamicTest(module, () -> rule.check(module)));
    }

    /** Our records and enums; what Quarkus generates has underscores in its names. */
    private static Set<String> values(String module) {
        Set<String> values = CLASSES.stream()
                .filter(type -> type.isRecord() || type.isEnum())
                .map(JavaClass::getName)
                .filter(name -> name.startsWith("dev.earshot." + module + ".") && !name.contains("_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(
                CLASSES.stream().anyMatch(type -> type.getName().startsWith("dev.earshot." + module + ".")),
                () -> "nothing compiled in " + classes(module));
        return values;
    }

    private static Map<String, JsonNode> registered(String module) throws IOException {
        Map<String, JsonNode> entries = new TreeMap<>();
        new ObjectMapper()
                .readTree(configuration(module, "reflect-config.json").toFile())
                .forEach(entry -> entries.put(entry.path("name").asText(), entry));
        return entries;
    }

    private static List<String> patterns(String module) throws IOException {
        List<String> patterns = new ArrayList<>();
        new ObjectMapper()
                .readTree(configuration(module, "resource-config.json").toFile())
                .at("/resources/includes")
                .forEach(include -> patterns.add(include.path("pattern").asText()));
        return patterns;
    }

    private static Path classes(String module) {
        return RepositoryTemplate.REPOSITORY
                .resolve("functions")
                .resolve(module)
                .resolve("target/classes");
    }

    /** As it is packaged, where the compiler of native executables looks. */
    private static Path configuration(String module, String file) {
        return classes(module)
                .resolve("META-INF/native-image/dev.earshot/earshot-" + module)
                .resolve(file);
    }

    private interface ModuleRule {

        void check(String module) throws IOException;
    }
}
