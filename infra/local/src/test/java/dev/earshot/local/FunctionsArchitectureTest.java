package dev.earshot.local;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the code of all functions, read from their compiled classes. */
class FunctionsArchitectureTest {

    private static final JavaClasses FUNCTIONS = new ClassFileImporter()
            .importPaths(Stream.of(
                            "core",
                            "edge",
                            "store",
                            "provider",
                            "ingest",
                            "analyze",
                            "dispatch",
                            "inbox",
                            "erase",
                            "poll")
                    .map(module -> Path.of("../../functions", module, "target/classes"))
                    .toList());

    private static final DescribedPredicate<JavaClass> HANDLERS = simpleNameEndingWith("Handler");

    private static final Pattern NAME_AT_THE_EDGE = Pattern.compile(".*(Resource|Filter|Mapper|Mechanism|Templates)");

    /** What Quarkus itself calls in a function that speaks HTTP: the edge there, as handlers are elsewhere. */
    private static final DescribedPredicate<JavaClass> EDGE_OF_HTTP =
            DescribedPredicate.describe("edge of HTTP", FunctionsArchitectureTest::isEdgeOfHttp);

    private static boolean isEdgeOfHttp(JavaClass type) {
        return type.getPackageName().startsWith("dev.earshot.inbox")
                && (NAME_AT_THE_EDGE.matcher(type.getSimpleName()).matches()
                        || type.getEnclosingClass()
                                .map(FunctionsArchitectureTest::isEdgeOfHttp)
                                .orElse(false));
    }

    @Test
    void functionsDoNotKnowEachOther() {
        slices().matching("dev.earshot.(ingest|analyze|dispatch|inbox|erase|poll)..")
                .should()
                .notDependOnEachOther()
                .because("each is deployed by itself, and they speak through queues")
                .check(FUNCTIONS);
    }

    @Test
    void handlersOnlyDecodeCallAndEncode() {
        noClasses()
                .that(HANDLERS.or(EDGE_OF_HTTP))
                .should()
                .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."))
                .because("a handler calls a use case, and the use case calls AWS through a port")
                .check(FUNCTIONS);
    }

    @Test
    void nobodyScansATable() {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("scan(Paginator)?"))
                        .and(target(owner(resideInAPackage("software.amazon.awssdk.services.dynamodb..")))))
                .because("what a question costs must not grow with what is stored")
                .check(FUNCTIONS);
    }

    @Test
    void onlyConfigurationsReadTheClockOfTheSystem() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("time is injected, so that tests can fix it")
                .check(FUNCTIONS);
    }

    @Test
    void theEnvironmentIsReadByTypedConfigurationAlone() {
        noClasses()
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .because("every setting is named, documented and checked in a *Config interface")
                .check(FUNCTIONS);
    }

    @Test
    void quarkusStaysInHandlersAndConfigurations() {
        classes()
                .that(DescribedPredicate.not(HANDLERS.or(EDGE_OF_HTTP)))
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .and()
                .haveSimpleNameNotEndingWith("Config")
                .and()
                .haveNameNotMatching(".*_.*")
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.not(resideInAPackage("io.quarkus..").or(resideInAPackage("jakarta.."))))
                .because("plain classes are wired by constructor in one place")
                .check(FUNCTIONS);
    }
}
