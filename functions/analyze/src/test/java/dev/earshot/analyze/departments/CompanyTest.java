package dev.earshot.analyze.departments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.local.LocalModels;
import dev.earshot.core.analysis.Analysis.Scored;
import dev.earshot.core.routing.Department;
import dev.earshot.store.Departments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final TextEncoder ENCODER = TextEncoder.packaged();
    private static final DepartmentModel MODEL = LocalModels.departments();
    private static final List<Department> SHIPPED = Departments.defaults();

    private static final Department ACCESSIBILITY = department(
            "accessibility",
            "Accessibility",
            "People with disabilities cannot use something: screen readers, captions, contrast, wheelchairs, ramps.",
            "My screen reader cannot find the checkout button.",
            "There are no captions on your videos, and I am deaf.",
            "The ramp at your shop is too steep for my wheelchair.",
            "Grey on grey: with my eyesight I cannot read your website.");

    private final AtomicInteger read = new AtomicInteger();
    private final CompanyReader reader = new CompanyReader(
            text -> {
                read.incrementAndGet();
                return ENCODER.encode(text);
            },
            MODEL,
            SHIPPED);

    @Test
    void ofTheShippedDepartmentsThePackagedModelTellsAndNothingIsRead() {
        Company company = company(SHIPPED);
        String text = "I have been waiting three weeks for my order and nobody answers my emails.";
        assertEquals(
                MODEL.fit(ENCODER.encode(text)).departments(),
                fit(company, text).departments());
        assertEquals(0, read.get());
    }

    @Test
    void aDepartmentOfTheCompanysOwnIsToldByItsDescriptionAndExamples() {
        Company company = company(with(ACCESSIBILITY));
        assertTrue(score(company, "accessibility", "The screen reader skips half of the buttons in your app.")
                >= Fit.OVER);
        assertTrue(score(company, "accessibility", "How much would twenty licences cost us a year?") < Fit.OVER);
    }

    @Test
    void examplesMakeADepartmentsScoreRise() {
        Department untaught = department(ACCESSIBILITY.id(), ACCESSIBILITY.name(), ACCESSIBILITY.description());
        String text = "With my eyesight I cannot read grey letters on grey.";
        assertTrue(score(company(with(ACCESSIBILITY)), "accessibility", text)
                > score(company(with(untaught)), "accessibility", text));
    }

    @Test
    void whatADepartmentOfTheCompanysOwnIsThereForIsNoNoise() {
        Department zoo = department(
                "monkeys",
                "Monkeys",
                "Baby monkeys at the zoo.",
                "LOOK AT THE BABY MONKEY AT THE ZOO",
                "baby monkey, tiny moustache",
                "the smallest monkey in the zoo");
        String text = "LOOK AT THIS BABY MONKEY AT THE ZOO 🐒";
        Fit fit = fit(company(with(zoo)), text);
        assertTrue(score(fit, "monkeys") >= Fit.OVER, fit.toString());
        assertFalse(fit.isNoise());
    }

    @Test
    void aDepartmentThatTheCompanyDoesNotHaveIsNotTold() {
        List<Department> few = SHIPPED.stream()
                .filter(department -> !department.id().equals("leadership"))
                .toList();
        Fit fit = fit(company(few), "The merger with your rival must be stopped by the regulator.");
        assertTrue(fit.departments().stream().noneMatch(one -> one.id().equals("leadership")));
    }

    @Test
    void aDepartmentThatSaysInOtherWordsWhatAPackagedOneSaysGetsItsScores() {
        List<Department> renamed = new ArrayList<>(SHIPPED);
        renamed.removeIf(department -> department.id().equals("people"));
        renamed.add(department(
                "hr", "Human resources", "Job applicants, interviews, pay, working conditions, former employees."));
        String text = "Five interviews at your company and then not even a letter.";
        assertEquals(score(company(SHIPPED), "people", text), score(company(renamed), "hr", text));
    }

    @Test
    void aPackagedIdWithAnotherMeaningIsTheCompanysOwn() {
        List<Department> departments = new ArrayList<>(SHIPPED);
        departments.removeIf(department -> department.id().equals("product"));
        departments.add(
                department("product", "Garden", "Roses, hedges and lawns: questions about plants and their care."));
        Company company = company(departments);
        assertTrue(score(company, "product", "The app crashes whenever I open the settings.") < Fit.OVER);
    }

    @Test
    void theCompanysExamplesForAPackagedDepartmentMoveTextsThatSayAlike() {
        List<Department> taught = new ArrayList<>(SHIPPED);
        taught.replaceAll(department -> department.id().equals("marketing")
                ? department(
                        "marketing",
                        department.name(),
                        department.description(),
                        "When does the members' magazine come out?",
                        "The members' magazine did not say who won the crossword.",
                        "Is there a digital issue of the members' magazine?")
                : department);
        String text = "I miss the crossword in the members' magazine.";
        assertTrue(score(company(taught), "marketing", text) > score(company(SHIPPED), "marketing", text));
    }

    @Test
    void whatWasReadBeforeIsNotReadAgain() {
        reader.read(with(ACCESSIBILITY));
        int before = read.get();
        List<Department> more = with(ACCESSIBILITY);
        more.add(department(
                "logistics", "Logistics", "Couriers, warehouses and customs.", "The van blocks our street."));
        reader.read(more);
        assertTrue(read.get() - before <= 2, "read " + (read.get() - before) + " texts anew");
    }

    @Test
    void whatIsReadIsBoundedAndOfManyExamplesSomeAreReadAtATime() {
        Encoded nothing = ENCODER.encode("");
        CompanyReader counting = new CompanyReader(
                text -> {
                    read.incrementAndGet();
                    assertTrue(text.length() <= 400);
                    return nothing;
                },
                MODEL,
                SHIPPED);
        List<Department> many =
                IntStream.range(0, 40).mapToObj(CompanyTest::large).toList();
        assertFalse(counting.read(many).whole());
        int descriptions = many.size() + SHIPPED.size();
        assertTrue(read.get() <= descriptions + 16, "read " + read.get());
        new CurrentCompany(() -> many, counting).readAll();
        assertTrue(counting.read(many).whole());
        assertTrue(read.get() > descriptions + 500 && read.get() <= 600 + SHIPPED.size(), "read " + read.get());
    }

    @Test
    void aCompanyIsReadAnewOnlyWhenItsDepartmentsChange() {
        List<List<Department>> now = new ArrayList<>(List.of(SHIPPED));
        CurrentCompany current = new CurrentCompany(() -> now.get(0), reader);
        Company first = current.get();
        now.set(0, List.copyOf(new ArrayList<>(SHIPPED)));
        assertSame(first, current.get());
        now.set(0, with(ACCESSIBILITY));
        assertNotSame(first, current.get());
    }

    private Company company(List<Department> departments) {
        return reader.read(departments).company();
    }

    private static List<Department> with(Department own) {
        List<Department> departments = new ArrayList<>(SHIPPED);
        departments.add(own);
        return departments;
    }

    private static Department department(String id, String name, String description, String... examples) {
        return new Department(id, name, null, description, null, null, List.of(), List.of(examples));
    }

    private static Department large(int number) {
        String[] examples = IntStream.range(0, 500)
                .mapToObj(i -> number + " " + i + " " + "y".repeat(1_900))
                .toArray(String[]::new);
        return department("d" + number, "D" + number, "x".repeat(2_000), examples);
    }

    private static Fit fit(Company company, String text) {
        return company.fit(MODEL, ENCODER.encode(text), Optional.empty());
    }

    private static double score(Company company, String id, String text) {
        return score(fit(company, text), id);
    }

    private static double score(Fit fit, String id) {
        return fit.departments().stream()
                .filter(one -> one.id().equals(id))
                .mapToDouble(Scored::score)
                .findFirst()
                .orElseThrow();
    }
}
