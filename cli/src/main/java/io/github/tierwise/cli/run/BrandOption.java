package io.github.tierwise.cli.run;

import io.github.tierwise.files.Brand;
import io.github.tierwise.files.BrandFile;
import io.github.tierwise.files.table.Source;
import picocli.CommandLine.Option;

/** The brand that a command cannot do without. */
public final class BrandOption {

  @Option(names = "--brand", required = true, paramLabel = "BRAND")
  String file;

  /** The file, {@code -} for standard input. */
  public String file() {
    return file;
  }

  /** Reads it. */
  public Brand read(Session session) {
    return read(file, session);
  }

  /** Reads a file, or standard input if it is {@code -}. */
  public static Brand read(String file, Session session) {
    return file.equals("-")
        ? BrandFile.read("standard input", session.in())
        : BrandFile.read(Source.path(file));
  }
}
