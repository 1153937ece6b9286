package madoguchi.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The architecture in one page: a star of modules, pure values in the middle, SQL in the stores, time as a value, yen as whole numbers. */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("madoguchi");

    private static final List<String> ARMS = List.of(
            "policy",
            "terminal",
            "hub",
            "desk",
            "bundle",
            "rulebook",
            "town",
            "account",
            "paper",
            "declaration",
            "jpki",
            "card",
            "reader",
            "uke",
            "settle",
            "nation",
            "claims",
            "review",
            "stamp",
            "charge",
            "subsidy",
            "portal",
            "stats",
            "survey",
            "assist",
            "leaflet",
            "facilities");

    private static final List<String> OTHERS = List.of("core", "fixture", "json", "web", "bench", "app");

    @Test
    void theModulesFormAStar() {
        knowsOnly("core");
        knowsOnly("json", "core");
        knowsOnly("policy", "core");
        knowsOnly("terminal", "core");
        knowsOnly("town", "core");
        knowsOnly("web", "core");
        knowsOnly("hub", "core", "jpki", "json", "web");
        knowsOnly("jpki", "core");
        knowsOnly("card", "core", "jpki");
        knowsOnly("reader", "card", "core", "jpki", "json", "web");
        knowsOnly("uke", "core");
        knowsOnly("settle", "core", "uke");
        knowsOnly("nation", "core", "settle", "uke");
        knowsOnly("claims", "core", "json", "paper", "policy", "settle", "uke", "web");
        knowsOnly("review", "core", "json", "paper", "settle", "uke", "web");
        knowsOnly("account", "core", "web");
        knowsOnly("paper", "core");
        knowsOnly("declaration", "core", "json", "paper", "web");
        knowsOnly("desk", "charge", "core", "json", "paper", "policy", "stamp", "web");
        knowsOnly("bundle", "core", "json", "policy", "web");
        knowsOnly("rulebook", "core", "json", "policy", "web");
        knowsOnly("stamp", "core");
        knowsOnly("charge", "core");
        knowsOnly("subsidy", "charge", "core", "json", "web");
        knowsOnly("portal", "charge", "core", "json", "paper", "policy", "stamp", "web");
        knowsOnly("stats", "core", "policy", "web");
        knowsOnly("survey", "core", "paper", "web");
        knowsOnly("assist", "core", "policy", "web");
        knowsOnly("leaflet", "core", "paper", "policy", "web");
        knowsOnly("facilities", "core", "policy", "web");
        knowsOnly("bench", "core", "policy", "uke");
    }

    private static void knowsOnly(String module, String... others) {
        List<String> allowed = List.of(others);
        Stream.concat(ARMS.stream(), OTHERS.stream())
                .filter(arm -> !arm.equals(module) && !allowed.contains(arm))
                .forEach(arm -> noClasses()
                        .that()
                        .resideInAPackage("madoguchi." + module + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("madoguchi." + arm + "..")
                        .check(OURS));
    }

    @Test
    void theMiddleKnowsNoFrameworkNoFileAndNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("madoguchi.core..", "madoguchi.policy..", "madoguchi.uke..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "java.sql..", "java.net..", "java.nio.file..", "tools.jackson..")
                .check(OURS);
    }

    @Test
    void nobodyReadsTheTimeExceptFromAClock() {
        for (Class<?> time : List.of(LocalDate.class, LocalDateTime.class, Instant.class)) {
            noClasses().should().callMethod(time, "now").check(OURS);
        }
        noClasses()
                .that()
                .resideOutsideOfPackage("madoguchi.app..")
                .should()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(OURS);
        noClasses()
                .that()
                .resideInAnyPackage("madoguchi.core..", "madoguchi.policy..", "madoguchi.uke..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(OURS);
    }

    @Test
    void sqlIsSpokenInStoresOnly() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .resideInAnyPackage(
                        ARMS.stream().map(arm -> "madoguchi." + arm + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.JdbcTemplate")
                .check(OURS);
    }

    @Test
    void moneyAndSharesAreNeverFloatingPoint() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        "madoguchi.core..",
                        "madoguchi.policy..",
                        "madoguchi.hub..",
                        "madoguchi.desk..",
                        "madoguchi.uke..")
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .check(OURS);
    }

    @Test
    void valuesDoNotChange() {
        classes()
                .that()
                .resideInAPackage("madoguchi.core..")
                .should()
                .haveOnlyFinalFields()
                .check(OURS);
    }

    @Test
    void nothingIsCalledAManagerHelperOrUtil() {
        noClasses()
                .that()
                .resideInAPackage("madoguchi..")
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(OURS);
    }
}
