package dev.earshot.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.local.template.EventSource;
import dev.earshot.local.template.FunctionResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** One word per stage: whoever knows it knows the names of everything that belongs to the stage. */
class StageNamesTest {

    private static final RepositoryTemplate TEMPLATE = new RepositoryTemplate();
    private static final Pattern CODE_URI = Pattern.compile("functions/([a-z]+)/target/function\\.zip");

    /** By which a function chooses another handler of its artifact than the artifact's own. */
    private static final String HANDLER_VARIABLE = "QUARKUS_LAMBDA_HANDLER";

    /** A property of a configuration interface: what comes before the name decides whether it must be given. */
    private static final Pattern PROPERTY =
            Pattern.compile("^ {4}(@WithDefault\\([^\\n]*\\)\\s+)?([A-Z]?[\\w.<>]+) (\\w+)\\(\\);$", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> everyFunctionIsBuiltWhereTheTemplateTakesIt() {
        return forEachStage(stage -> () -> {
            assertTrue(
                    stage.codeUri().matches(),
                    () -> stage + ": CodeUri must be functions/<stage>/target/function.zip, not " + stage.codeUri);
            assertTrue(Files.isRegularFile(stage.module().resolve("pom.xml")), () -> stage.module() + " is no module");
        });
    }

    @TestFactory
    Stream<DynamicTest> theStageNamesTheFunctionInTheTemplateAndInAws() {
        return forEachStage(stage -> () -> {
            assertEquals(stage.capitalised(), stage.function.logicalId(), stage + ": the logical id");
            assertEquals("earshot-" + stage.word(), stage.function.name(), stage + ": the FunctionName");
        });
    }

    @TestFactory
    Stream<DynamicTest> theStageNamesItsPackageAndItsHandler() {
        return forEachStage(Stage::hasAHandler, stage -> () -> {
            String handler = Files.readString(stage.source(stage.capitalised() + "Handler.java"));
            assertTrue(
                    handler.startsWith("package dev.earshot." + stage.artifact() + ";"), () -> stage + ": the package");
            assertTrue(
                    handler.contains("@Named(\"" + stage.word() + "\")"),
                    () -> stage + ": the handler must be @Named(\"" + stage.word() + "\")");
        });
    }

    @TestFactory
    Stream<DynamicTest> quarkusStartsTheHandlerOfTheStage() {
        return forEachStage(
                Stage::hasAHandler,
                stage -> () -> assertEquals(
                        stage.word(),
                        stage.handler(),
                        stage + ": without quarkus.lambda.handler, Quarkus takes whatever handler it finds"));
    }

    /** Its handler hands on to Quarkus's, which turns events into HTTP requests; resources of the package answer them. */
    @TestFactory
    Stream<DynamicTest> aStageBuiltOnHttpNamesItsPackageAndHandsOnToTheHandlerOfQuarkus() {
        return forEachStage(stage -> !stage.hasAHandler(), stage -> () -> {
            String configuration = Files.readString(stage.source(stage.capitalised() + "Configuration.java"));
            assertTrue(
                    configuration.startsWith("package dev.earshot." + stage.word() + ";"),
                    () -> stage + ": the package");
            String handler = Files.readString(stage.source(stage.capitalised() + "Handler.java"));
            assertTrue(handler.contains("new QuarkusStreamHandler()"), () -> stage + ": Quarkus speaks HTTP");
            assertFalse(
                    handler.contains(" implements "),
                    () -> stage + ": Quarkus refuses a second handler of Lambda's interfaces beside its own for HTTP");
            assertEquals(
                    "dev.earshot." + stage.word() + "." + stage.capitalised() + "Handler::handleRequest",
                    stage.function.handler(),
                    () -> stage + ": the Handler in the template");
            assertNull(
                    stage.properties().getProperty("quarkus.lambda.handler"),
                    () -> stage + ": there is no handler to name");
            assertTrue(
                    stage.function.events().stream().allMatch(EventSource.HttpRoute.class::isInstance),
                    () -> stage + ": it understands HTTP only, so give it no other events");
        });
    }

    @TestFactory
    Stream<DynamicTest> theStageHasSampleEvents() {
        return forEachStage(stage -> () -> {
            Path events = RepositoryTemplate.REPOSITORY.resolve("events").resolve(stage.word());
            assertTrue(
                    Files.isDirectory(events),
                    () -> stage + ": events/" + stage.word() + " must hold the events that it is tried with");
        });
    }

    @TestFactory
    Stream<DynamicTest> theTemplateSetsExactlyTheVariablesThatTheStageReads() {
        return forEachStage(stage -> () -> {
            Map<String, Boolean> read = variables(stage);
            Set<String> set = stage.function.environment().keySet().stream()
                    .filter(name -> name.startsWith("EARSHOT_"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(
                    Set.of(),
                    minus(set, read.keySet()),
                    stage + ": set in the template, but read by nothing in " + stage.config());
            Set<String> required = read.keySet().stream().filter(read::get).collect(Collectors.toSet());
            assertEquals(
                    Set.of(),
                    minus(required, set),
                    stage + ": the function does not start without these, and the template does not set them");
        });
    }

    /** The variables that a stage's configuration reads, and whether each must be set. */
    private static Map<String, Boolean> variables(Stage stage) throws IOException {
        Map<String, Boolean> variables = new TreeMap<>();
        Matcher property = PROPERTY.matcher(Files.readString(stage.config()));
        while (property.find()) {
            boolean required = property.group(1) == null && !property.group(2).startsWith("Optional");
            String snake = property.group(3).replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            variables.put("EARSHOT_" + snake, required);
        }
        assertTrue(!variables.isEmpty(), () -> stage.config() + ": no property found");
        return variables;
    }

    private static Set<String> minus(Set<String> these, Set<String> those) {
        Set<String> rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    private static Stream<DynamicTest> forEachStage(Function<Stage, Executable> rule) {
        return forEachStage(stage -> true, rule);
    }

    private static Stream<DynamicTest> forEachStage(Predicate<Stage> which, Function<Stage, Executable> rule) {
        return TEMPLATE.functions().stream()
                .map(Stage::new)
                .filter(which)
                .map(stage -> DynamicTest.dynamicTest(stage.function.logicalId(), rule.apply(stage)));
    }

    private static final class Stage {

        private final FunctionResource function;
        private final String codeUri;

        Stage(FunctionResource function) {
            this.function = function;
            this.codeUri =
                    RepositoryTemplate.REPOSITORY.relativize(function.codeUri()).toString();
        }

        Matcher codeUri() {
            return CODE_URI.matcher(codeUri);
        }

        /** The word, which everything else must agree with: the artifact's, unless the artifact has another handler, too. */
        String word() {
            return isAnotherHandler() ? function.logicalId().toLowerCase(Locale.ROOT) : artifact();
        }

        /** The module that it is built in. */
        String artifact() {
            Matcher uri = codeUri();
            return uri.matches() ? uri.group(1) : function.logicalId().toLowerCase(Locale.ROOT);
        }

        private boolean isAnotherHandler() {
            return function.environment().containsKey(HANDLER_VARIABLE);
        }

        /** The handler that Quarkus starts: the environment's, else that of the module's properties. */
        String handler() throws IOException {
            String chosen = function.environment().get(HANDLER_VARIABLE);
            return chosen == null ? properties().getProperty("quarkus.lambda.handler") : chosen;
        }

        String capitalised() {
            return capitalised(word());
        }

        private static String capitalised(String word) {
            return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        }

        /** Whether Quarkus hands events to a handler of ours; on quarkus-amazon-lambda-http it makes requests of them. */
        boolean hasAHandler() {
            try {
                return !Files.readString(module().resolve("pom.xml"))
                        .contains("<artifactId>quarkus-amazon-lambda-http</artifactId>");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Properties properties() throws IOException {
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(module().resolve("src/main/resources/application.properties"))) {
                properties.load(reader);
            }
            return properties;
        }

        Path module() {
            return RepositoryTemplate.REPOSITORY.resolve("functions").resolve(artifact());
        }

        Path config() {
            return source(capitalised(artifact()) + "Config.java");
        }

        Path source(String file) {
            return module().resolve("src/main/java/dev/earshot")
                    .resolve(artifact())
                    .resolve(file);
        }

        @Override
        public String toString() {
            return function.at() + ": " + function.logicalId();
        }
    }
}
