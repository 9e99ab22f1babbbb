package de.stadtgraph.snapshot;

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
@AnalyzeClasses(packages = "de.stadtgraph.snapshot", importOptions = ImportOption.DoNotIncludeTests.class)
class SnapshotArchitectureTest {
    private static final String BASE = "de.stadtgraph.snapshot";

    /// The rows; a package sees what stands in its row, and the words of the root. The root sees all.
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "file", Set.of(),
            "term", Set.of("file"),
            "column", Set.of("file"),
            "stats", Set.of("file", "term", "column"),
            "build", Set.of("file", "term", "column", "stats", "geo"),
            "spi", Set.of("file", "term", "column"),
            "exec", Set.of("term", "column", "stats"),
            "plan", Set.of("term", "column", "stats", "exec"),
            "write", Set.of("term", "column", "exec"),
            "geo", Set.of("file", "term"));

    /// Packages that see everything, as the root does.
    private static final Set<String> SEE_ALL = Set.of("", "arq");

    /// Types of the root that every package may name.
    private static final Set<String> WORDS = Set.of("Meter", "SnapshotFault", "Explain");

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
    static final ArchRule queriesRunInArqOnly = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".arq..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.jena.sparql.engine..");

    @ArchTest
    static final ArchRule columnsAndOperatorsNeverSeeANode = noClasses()
            .that()
            .resideInAnyPackage(BASE + ".column..", BASE + ".exec..", BASE + ".file..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.jena..");

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

    private static boolean permitted(Dependency use) {
        String from = slice(use.getOriginClass());
        JavaClass target = use.getTargetClass();
        boolean ours = target.getPackageName().startsWith(BASE);
        return !ours
                || SEE_ALL.contains(from)
                || slice(target).equals(from)
                || (slice(target).isEmpty() && WORDS.contains(target.getSimpleName()))
                || MAY_USE.getOrDefault(from, Set.of()).contains(slice(target));
    }

    private static String slice(JavaClass type) {
        String rest = type.getPackageName().substring(BASE.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
    }
}
