package de.stadtgraph.rml;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/// Who may use whom inside the engine, and where each library lives.
@AnalyzeClasses(packages = "de.stadtgraph.rml", importOptions = ImportOption.DoNotIncludeTests.class)
class RmlArchitectureTest {
    private static final String BASE = "de.stadtgraph.rml";

    /// The rows; a package sees what stands in its row. The root sees all.
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "rules", Set.of(),
            "term", Set.of(),
            "geo", Set.of(),
            "read", Set.of("rules"),
            "function", Set.of("term", "geo"),
            "source", Set.of("rules", "term"),
            "plan", Set.of("rules", "term", "function", "source"),
            "profile", Set.of("source", "rules", "geo"),
            "run", Set.of("plan", "source", "term"));

    @ArchTest
    static final ArchRule packagesUseOnlyTheirRow = classes().should(new ArchCondition<>("use only their row") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> !permitted(use))
                    .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
        }
    });

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(BASE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule projectionsLiveInGeo = home("org.locationtech..", "geo");

    @ArchTest
    static final ArchRule jsonIsParsedInSourceAndGeo = home("com.fasterxml..", "source", "geo");

    @ArchTest
    static final ArchRule theLibraryIsSilentAndOffline = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..", "java.net.http..")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class);

    @ArchTest
    static final ArchRule workbooksAreReadInSource = home("org.dhatim..", "source");

    @ArchTest
    static final ArchRule archivesAreReadInSource = home("org.apache.commons.compress..", "source");

    @ArchTest
    static final ArchRule databasesAreReadInSource = home("java.sql..", "source");

    @ArchTest
    static final ArchRule xmlIsReadInSource = home("javax.xml..", "source");

    private static ArchRule home(String engine, String... packages) {
        String[] homes = java.util.Arrays.stream(packages)
                .map(name -> BASE + "." + name + "..")
                .toArray(String[]::new);
        return noClasses().that().resideOutsideOfPackages(homes).should().dependOnClassesThat(resideInAPackage(engine));
    }

    private static boolean permitted(Dependency use) {
        String from = slice(use.getOriginClass());
        JavaClass target = use.getTargetClass();
        boolean ours = target.getPackageName().startsWith(BASE);
        return !ours
                || from.isEmpty()
                || slice(target).equals(from)
                || MAY_USE.getOrDefault(from, Set.of()).contains(slice(target));
    }

    private static String slice(JavaClass type) {
        String rest = type.getPackageName().substring(BASE.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
    }
}
