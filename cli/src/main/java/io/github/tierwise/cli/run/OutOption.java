package io.github.tierwise.cli.run;

import io.github.tierwise.cli.write.Content;
import io.github.tierwise.cli.write.WholeFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a command writes its answer. */
public final class OutOption {

  @Option(names = "--out", paramLabel = "FILE")
  Optional<Path> out = Optional.empty();

  /** The file, if there is one. */
  public Optional<Path> path() {
    return out;
  }

  /** Writes data to the file, whole or not at all; without one it is printed. */
  public void write(Session session, Content content) {
    out.ifPresentOrElse(
        path -> WholeFile.write("--out", path, content), () -> session.print(content));
  }
}
