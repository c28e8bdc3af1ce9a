package io.github.tierwise.cli.run;

import io.github.tierwise.cli.write.Destination;
import io.github.tierwise.cli.write.WholeFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Where a command writes a page. */
public final class ReportOption {

  @Option(names = "--report", paramLabel = "FILE")
  Optional<Path> report = Optional.empty();

  /** The file, if there is one. */
  public Optional<Path> path() {
    return report;
  }

  /** Whether the page is all that standard output gets. */
  public boolean isPrinted() {
    return report.map(path -> Destination.of("--report", path).isStandardOutput()).orElse(false);
  }

  /** Writes the page, if it is wanted. */
  public void write(Supplier<String> page) {
    report.ifPresent(path -> WholeFile.write("--report", path, page.get()));
  }
}
