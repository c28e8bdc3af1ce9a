package io.github.tierwise.cli.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.files.cells.InputException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Chromium on this machine, which draws the charts of a page: the page's own script does, so that
 * they are those that a reader saves. It gets a folder of its own for a while, and no network.
 */
public final class Chromium {

  /** What it is called, the most likely first. */
  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "microsoft-edge",
          "msedge");

  /** Where it is on systems that put no programs on a path. */
  private static final List<String> PLACES =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
          "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

  /** A busy machine needs some for the start; a browser that hangs must not hang the command. */
  private static final int SECONDS = 120;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the page's script leaves of the page. */
  private static final Pattern DRAWN =
      Pattern.compile("<script type=\"application/json\" id=\"pictures\">(.*?)</script>");

  private final Path program;

  private Chromium(Path program) {
    this.program = program;
  }

  /**
   * Finds one.
   *
   * @param named the program, if the caller named one
   * @param path the folders of programs, as the system writes them
   * @throws InputException if there is none
   */
  public static Chromium find(Optional<Path> named, String path) {
    if (named.isPresent()) {
      if (!isProgram(named.get())) {
        throw new InputException("--chromium must be a program, was \"" + named.get() + '"');
      }
      return new Chromium(named.get().toAbsolutePath());
    }
    return first(
        Stream.concat(
            NAMES.stream().flatMap(name -> files(path, name)),
            PLACES.stream().flatMap(Chromium::paths)));
  }

  /** The first of some files that is a program. */
  static Chromium first(Stream<Path> files) {
    return files
        .filter(Chromium::isProgram)
        .findFirst()
        .map(Chromium::new)
        .orElseThrow(
            () ->
                new InputException(
                    "--pictures must have a Chromium to draw with, found none of %s on the path: install one, or name it with --chromium PROGRAM"
                        .formatted(String.join(", ", NAMES))));
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static Stream<Path> files(String path, String name) {
    return Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(name, name + ".exe").map(each -> folder + '/' + each))
        .flatMap(Chromium::paths);
  }

  /** None where the system has no such path. */
  private static Stream<Path> paths(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  /**
   * Draws the charts of a page.
   *
   * @param html the page
   * @return the charts in their order
   * @throws InputException if the program does not draw them
   */
  public List<Picture> draw(String html) {
    return draw(html, SECONDS);
  }

  List<Picture> draw(String html, int seconds) {
    try (Visit visit = new Visit()) {
      Path page = visit.folder.resolve("page.html");
      Files.writeString(page, html);
      Path out = visit.folder.resolve("out");
      Path err = visit.folder.resolve("err");
      boolean ended =
          visit.run(
              new ProcessBuilder(command(visit.folder, page))
                  .redirectOutput(out.toFile())
                  .redirectError(err.toFile()),
              seconds);
      Matcher drawn = DRAWN.matcher(Files.readString(out));
      if (!ended || !drawn.find()) {
        throw new InputException(
            "--pictures must be drawn by \"%s\" within %d seconds, were not%s"
                .formatted(program, seconds, lastLine(err)));
      }
      return pictures(JSON.readTree(drawn.group(1)));
    } catch (IOException e) {
      throw new InputException(
          "--pictures must be drawn by \"%s\", were not (%s)"
              .formatted(program, WriteFailure.reason(e)),
          e);
    }
  }

  private List<String> command(Path folder, Path page) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless=new",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-extensions",
                "--disable-sync",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + folder.resolve("profile")));
    if (UnixFile.isOfRoot(folder)) {
      // Chromium refuses to start for root otherwise; the page is our own and fetches nothing.
      command.add("--no-sandbox");
    }
    command.add("--dump-dom");
    command.add(page.toUri() + "#pictures");
    return command;
  }

  private static String lastLine(Path err) throws IOException {
    // What it says need not be text.
    return new String(Files.readAllBytes(err), StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((before, line) -> line)
        .map(line -> " (" + line.strip() + ")")
        .orElse("");
  }

  private static List<Picture> pictures(JsonNode drawn) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (JsonNode each : drawn) {
      pictures.add(
          new Picture(
              each.get("name").asText(), each.get("svg").asText(), each.get("png").binaryValue()));
    }
    return pictures;
  }

  /** A folder and a program in it; neither outlives the drawing, even if the command is ended. */
  private static final class Visit implements AutoCloseable {
    private final Path folder = Files.createTempDirectory("tierwise-pictures-");
    private final Thread end = new Thread(this::clear, "tierwise-pictures");
    private volatile Optional<Process> process = Optional.empty();

    Visit() throws IOException {
      Runtime.getRuntime().addShutdownHook(end);
    }

    /** Whether it ended by itself. */
    boolean run(ProcessBuilder program, int seconds) throws IOException {
      Process started = program.start();
      process = Optional.of(started);
      try {
        return started.waitFor(seconds, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void close() {
      clear();
      try {
        Runtime.getRuntime().removeShutdownHook(end);
      } catch (IllegalStateException e) {
        // The command is being ended: the hook clears once more, and finds nothing.
        return;
      }
    }

    private void clear() {
      process.ifPresent(
          started -> {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
          });
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(Visit::delete);
      } catch (IOException | UncheckedIOException e) {
        // A process on its last legs may still write: what it leaves is in the folder for such.
        return;
      }
    }

    private static void delete(Path file) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
