package io.github.tierwise.cli.run;

import io.github.tierwise.cli.write.Chromium;
import io.github.tierwise.cli.write.Destination;
import io.github.tierwise.cli.write.Picture;
import io.github.tierwise.cli.write.WholeFile;
import io.github.tierwise.files.cells.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a command writes a page, and the charts of it. */
public final class ReportOption {

  @Option(names = "--report", paramLabel = "FILE")
  Optional<Path> report = Optional.empty();

  @Option(names = "--pictures", paramLabel = "DIR")
  Optional<Path> pictures = Optional.empty();

  @Option(names = "--chromium", paramLabel = "PROGRAM")
  Optional<Path> chromium = Optional.empty();

  /** The file, if there is one. */
  public Optional<Path> path() {
    return report;
  }

  /** Whether somebody will see the page or a chart of it. */
  public boolean isWanted() {
    return report.isPresent() || pictures.isPresent();
  }

  /** Whether the page is all that standard output gets. */
  public boolean isPrinted() {
    return report.map(path -> Destination.of("--report", path).isStandardOutput()).orElse(false);
  }

  /**
   * Checks before anything is read that charts can be drawn and kept.
   *
   * @param spec the command
   */
  public void check(CommandSpec spec) {
    Usage.check(
        spec,
        chromium.isEmpty() || pictures.isPresent(),
        "--chromium must come with --pictures, was alone");
    if (pictures.isPresent()) {
      Path folder = pictures.get();
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new InputException("--pictures must be a folder, was the file \"" + folder + '"');
      }
      chromium();
    }
  }

  private Chromium chromium() {
    return Chromium.find(chromium, System.getenv().getOrDefault("PATH", ""));
  }

  /** Writes the page and its charts, if they are wanted; all is made before anything is written. */
  public void write(Supplier<String> page) {
    if (isWanted()) {
      String html = page.get();
      List<Picture> drawn = pictures.isPresent() ? chromium().draw(html) : List.of();
      report.ifPresent(path -> WholeFile.write("--report", path, html));
      pictures.ifPresent(folder -> Picture.write("--pictures", folder, drawn));
    }
  }
}
