package io.github.tierwise.cli.run;

import io.github.tierwise.cli.write.Chromium;
import io.github.tierwise.cli.write.Picture;
import io.github.tierwise.files.cells.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a command whose page has charts writes these. */
public final class PicturesOption {

  @Option(names = "--pictures", paramLabel = "DIR")
  Optional<Path> pictures = Optional.empty();

  @Option(names = "--chromium", paramLabel = "PROGRAM")
  Optional<Path> chromium = Optional.empty();

  /** Whether somebody will see the page or a chart of it. */
  public boolean isWanted(ReportOption report) {
    return report.path().isPresent() || pictures.isPresent();
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

  /**
   * Writes the page and its charts, as far as they are wanted; all is made before anything is
   * written.
   */
  public void write(ReportOption report, Supplier<String> page) {
    if (pictures.isEmpty()) {
      report.write(page);
      return;
    }
    String html = page.get();
    List<Picture> drawn = chromium().draw(html);
    report.write(() -> html);
    Picture.write("--pictures", pictures.get(), drawn);
  }
}
