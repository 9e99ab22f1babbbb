package de.stadtgraph.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Proposal.Kind;
import de.stadtgraph.workshop.Proposal.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is adopted is committed in the author's name, and nothing else is.
class GitTreeTest {
    @TempDir
    private Path tree = Path.of("");

    @BeforeEach
    void beginsATree() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/git")), "there is no git: nothing is committed");
        git("init", "--quiet");
        write("shapes/trees/shapes.ttl", "# one\n");
        write("notes.txt", "one\n");
        git("add", ".");
        git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "first");
    }

    private void write(String file, String text) throws IOException {
        Path path = tree.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(tree.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static Proposal adopted(String author, String note) {
        return new Proposal(
                7,
                Kind.SHAPES,
                "trees",
                author,
                Instant.EPOCH,
                note,
                "0.1.0",
                "0.2.0",
                "",
                Map.of(),
                Text.same("12 new results."),
                List.of(),
                Status.ADOPTED,
                "steward1",
                "");
    }

    @Test
    void theFilesOfTheFamilyAreCommittedAndWhatSomebodyStagedStaysStaged() throws Exception {
        write("shapes/trees/shapes.ttl", "# two\n");
        write("shapes/trees/versions/0.2.0.ttl", "# two\n");
        write("notes.txt", "two\n");
        git("add", "notes.txt");

        new GitTree(tree).keep(adopted("editor1", "Trees above 12 m."), List.of(tree.resolve("shapes/trees")));

        assertThat(git("log", "-1", "--format=%an <%ae> %cn|%s"))
                .startsWith("editor1 <editor1@workshop.invalid> Stadtgraph|trees 0.2.0: Trees above 12 m.");
        assertThat(git("log", "-1", "--format=%b")).contains("12 new results.").contains("Proposal 7");
        assertThat(git("show", "--name-only", "--format=").lines())
                .containsExactlyInAnyOrder("shapes/trees/shapes.ttl", "shapes/trees/versions/0.2.0.ttl");
        assertThat(git("status", "--porcelain").strip()).isEqualTo("M  notes.txt");
    }

    @Test
    void whatPeopleWroteIsNoOptionAndNoHookRuns() throws Exception {
        write(".git/hooks/pre-commit", "#!/bin/sh\ntouch ../ran-the-hook\nexit 1\n");
        assertThat(tree.resolve(".git/hooks/pre-commit").toFile().setExecutable(true))
                .isTrue();
        write("shapes/trees/shapes.ttl", "# $(touch ran) `touch ran`\n");

        new GitTree(tree)
                .keep(
                        adopted("--exec=touch ran\n<a@b>", "--amend \"; touch ran; $(touch ran)\n# x"),
                        List.of(tree.resolve("shapes/trees")));

        assertThat(git("log", "--format=%s").lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("--amend \"; touch ran;");
        assertThat(git("log", "-1", "--format=%an")).isEqualTo("--exectouchranab\n");
        assertThat(tree.resolve("ran")).doesNotExist();
        assertThat(tree.resolveSibling("ran-the-hook")).doesNotExist();
    }

    @Test
    void withoutGitOrWithoutATreeWhatIsAdoptedStaysAdopted() throws Exception {
        write("shapes/trees/shapes.ttl", "# two\n");
        Path elsewhere = Files.createTempDirectory("no-tree");
        List<Path> files = List.of(tree.resolve("shapes/trees"));

        new GitTree(tree, "no-such-program").keep(adopted("editor1", "x"), files);
        new GitTree(elsewhere).keep(adopted("editor1", "x"), files);

        assertThat(Files.readString(tree.resolve("shapes/trees/shapes.ttl"))).isEqualTo("# two\n");
        assertThat(git("log", "--format=%s").lines()).hasSize(1);
        Files.delete(elsewhere);
    }
}
