package dev.earshot.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.earshot.core");

    @Test
    void theDomainKnowsNeitherAwsNorQuarkus() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk..", "com.amazonaws..", "io.quarkus..", "jakarta..")
                .because("the domain is what stays when the cloud changes")
                .check(CORE);
    }

    @Test
    void theDomainIsToldTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("time is injected, so that tests can fix it")
                .check(CORE);
    }

    @Test
    void theDomainsPackagesFormNoCircle() {
        slices().matching("dev.earshot.core.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a reader must be able to start somewhere")
                .check(CORE);
    }
}
