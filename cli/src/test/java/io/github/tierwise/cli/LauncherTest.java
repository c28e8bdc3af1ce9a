package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What starts the program, in a folder as an archive unpacks, with a Java that only says how it was
 * called. The release is rehearsed with real ones.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final Path DIST = Path.of("src", "main", "dist");

  @TempDir Path temporary;
  private Path home;

  @BeforeEach
  void unpack() throws IOException {
    home = temporary.resolve("a place");
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib"));
    Files.copy(DIST.resolve("bin/tierwise"), home.resolve("bin/tierwise"));
    Files.copy(DIST.resolve("lib/launch.sh"), home.resolve("lib/launch.sh"));
    assertTrue(home.resolve("bin/tierwise").toFile().setExecutable(true));
    Files.createFile(home.resolve("tierwise-cli-1.jar"));
    Files.createFile(home.resolve("tierwise-cli-1-sources.jar"));
  }

  /** A Java of a version, that prints its arguments, then its input, and ends with 7. */
  private Path java(String version) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("java " + version));
    Files.createDirectories(folder.resolve("bin"));
    Path java = folder.resolve("bin/java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        case "$*" in
          -version) echo 'openjdk version "%s" 2026-01-01' >&2; exit ;;
          *ArchiveClassesAtExit* | *AOTCacheOutput*) exit 1 ;;
        esac
        printf '%%s\\n' "$@"
        cat
        exit 7
        """
            .formatted(version));
    assertTrue(java.toFile().setExecutable(true));
    return folder;
  }

  private Run start(Map<String, String> environment, Path program, String in, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(in.getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Run with(Path java, String... arguments) throws IOException, InterruptedException {
    return start(Map.of("JAVA_HOME", java.toString()), home.resolve("bin/tierwise"), "", arguments);
  }

  @Test
  void argumentsInputAndExitCodeArePassedOn() throws IOException, InterruptedException {
    Run run =
        start(
            Map.of("JAVA_HOME", java("17.0.2").toString()),
            home.resolve("bin/tierwise"),
            "a line\n",
            "score",
            "my list.csv",
            "*",
            "",
            "$HOME");
    assertEquals(7, run.code());
    assertEquals("", run.err());
    assertTrue(
        run.out()
            .endsWith(
                """
                -cp
                %s/tierwise-cli-1.jar
                io.github.tierwise.cli.Main
                score
                my list.csv
                *

                $HOME
                a line
                """
                    .formatted(home)),
        run.out());
  }

  @Test
  void itIsFoundThroughLinks() throws IOException, InterruptedException {
    Path relative = temporary.resolve("relative");
    Files.createSymbolicLink(relative, Path.of("a place", "bin", "tierwise"));
    Path link = Files.createDirectories(temporary.resolve("on the path")).resolve("tierwise");
    Files.createSymbolicLink(link, Path.of("..", "relative"));
    Run run = start(Map.of("JAVA_HOME", java("17").toString()), link, "", "demo");
    assertEquals(7, run.code(), run.err());
    assertTrue(run.out().contains("-Dtierwise.home=" + home + "\n"), run.out());
    assertTrue(run.out().contains("-Dtierwise.command=" + link + "\n"), run.out());
  }

  @Test
  void theJavaOfThePathIsTakenWithoutJavaHome() throws IOException, InterruptedException {
    Path java = java("21.0.1");
    Run run =
        start(
            Map.of("PATH", java.resolve("bin") + ":/usr/bin:/bin"),
            home.resolve("bin/tierwise"),
            "",
            "demo");
    assertEquals(7, run.code(), run.err());
  }

  @Test
  void aJavaThatIsTooOldIsToldInWords() throws IOException, InterruptedException {
    for (String version : List.of("11.0.2", "1.8.0_412", "16-ea")) {
      Path java = java(version);
      assertEquals(
          new Run(
              70,
              "",
              "tierwise: Java must be 17 or newer, was %s (%s/bin/java); put a newer one on the PATH or in JAVA_HOME\n"
                  .formatted(version, java)),
          with(java, "demo"));
    }
  }

  @Test
  void aJavaThatIsNotThereIsToldInWords() throws IOException, InterruptedException {
    assertEquals(
        new Run(70, "", "tierwise: JAVA_HOME must be the folder of a Java, was \"/nowhere\"\n"),
        with(Path.of("/nowhere"), "demo"));
    // Only what the launcher itself needs.
    Path tools = Files.createDirectories(temporary.resolve("tools"));
    for (String tool : List.of("readlink", "dirname", "sed", "wc")) {
      Path script = tools.resolve(tool);
      Files.writeString(script, "#!/bin/sh\nPATH=/usr/bin:/bin exec %s \"$@\"\n".formatted(tool));
      assertTrue(script.toFile().setExecutable(true));
    }
    assertEquals(
        new Run(
            70,
            "",
            "tierwise: Java 17 or newer must be on the PATH or in JAVA_HOME, was not found\n"),
        start(Map.of("PATH", tools.toString()), home.resolve("bin/tierwise"), "", "demo"));
  }

  @Test
  void classesThatCannotBeKeptAreNotTriedAgain() throws IOException, InterruptedException {
    Path java = java("17.0.2");
    with(java, "demo");
    assertEquals(0, Files.size(home.resolve("lib/classes-17.0.2.jsa")));
    Run again = with(java, "demo");
    assertEquals("", again.err());
    assertFalse(again.out().contains("SharedArchiveFile"), again.out());
  }

  @Test
  void theLauncherForWindowsSaysTheSame() throws IOException {
    String cmd = Files.readString(DIST.resolve("bin/tierwise.cmd"));
    for (String words :
        List.of(
            "JAVA_HOME must be the folder of a Java, was ",
            "Java 17 or newer must be on the PATH or in JAVA_HOME, was not found",
            "Java must be 17 or newer, was ",
            "; put a newer one on the PATH or in JAVA_HOME")) {
      assertTrue(cmd.contains(words), words);
      assertTrue(Files.readString(DIST.resolve("lib/launch.sh")).contains(words), words);
    }
  }
}
