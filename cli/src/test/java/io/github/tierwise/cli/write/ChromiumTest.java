package io.github.tierwise.cli.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

  @TempDir Path folder;

  private Path program(String name, String script) throws IOException {
    Path program = folder.resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  private static String message(Runnable run) {
    return String.valueOf(assertThrows(InputException.class, run::run).getMessage());
  }

  @Test
  void whereThereIsNoneTheErrorNamesWhatWasLookedForAndHowToSayIt() {
    assertEquals(
        "--pictures must have a Chromium to draw with, found none of chromium, chromium-browser,"
            + " google-chrome, google-chrome-stable, chrome, microsoft-edge, msedge on the path:"
            + " install one, or name it with --chromium PROGRAM",
        message(() -> Chromium.first(Stream.of(folder, folder.resolve("chromium")))));
  }

  @Test
  void aNamedOneMustBeAProgram() {
    assertEquals(
        "--chromium must be a program, was \"" + folder + '"',
        message(() -> Chromium.find(Optional.of(folder), "")));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a script of a shell")
  void theFirstOnThePathDrawsAndItsFolderIsGoneAfterwards() throws IOException {
    Path seen = folder.resolve("seen");
    program(
        "google-chrome",
        """
        for each; do echo "$each" >> %s; done
        echo '<script type="application/json" id="pictures">[{"name":"a","svg":"\\u003csvg/>","png":"AQI="}]</script>'
        """
            .formatted(seen));
    program("msedge", "exit 1");
    Path out = folder.resolve("out");
    Picture.write(
        "--pictures", out, Chromium.find(Optional.empty(), folder.toString()).draw("<html>"));
    assertEquals("<svg/>", Files.readString(out.resolve("a.svg")));
    assertEquals(2, Files.size(out.resolve("a.png")));
    String arguments = Files.readString(seen);
    assertTrue(arguments.strip().endsWith("page.html#pictures"), arguments);
    String profile = arguments.replaceAll("(?s).*--user-data-dir=([^\n]*).*", "$1");
    assertFalse(Files.exists(Path.of(profile).resolveSibling("page.html")), profile);
    assertFalse(Files.exists(Path.of(profile).getParent()), profile);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a script of a shell")
  void whatDrawsNothingIsSaidWithItsLastWord() throws IOException {
    Path program = program("chromium", "echo 'no display' >&2");
    Chromium chromium = Chromium.find(Optional.of(program), "");
    assertEquals(
        "--pictures must be drawn by \"%s\" within 120 seconds, were not (no display)"
            .formatted(program),
        message(() -> chromium.draw("<html>")));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a script of a shell")
  void whatHangsIsEndedWithAllThatItStarted() throws IOException {
    Path pid = folder.resolve("pid");
    Path program = program("chromium", "sleep 600 & echo $! > %s; wait".formatted(pid));
    Chromium chromium = Chromium.find(Optional.of(program), "");
    assertEquals(
        "--pictures must be drawn by \"%s\" within 2 seconds, were not".formatted(program),
        message(() -> chromium.draw("<html>", 2)));
    Optional<ProcessHandle> started =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    started.ifPresent(process -> process.onExit().join());
    assertTrue(started.isEmpty() || !started.get().isAlive());
  }
}
