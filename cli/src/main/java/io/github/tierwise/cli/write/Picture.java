package io.github.tierwise.cli.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A chart as it is kept, with its title and sentence above it. Immutable. */
public final class Picture {

  private final String name;
  private final String svg;
  private final byte[] png;

  /**
   * A chart.
   *
   * @param name its name in the page
   * @param svg as SVG
   * @param png as PNG, twice as many pixels wide
   */
  Picture(String name, String svg, byte[] png) {
    this.name = Objects.requireNonNull(name, "name");
    this.svg = Objects.requireNonNull(svg, "svg");
    this.png = png.clone();
  }

  /**
   * Writes charts into a folder, each whole or not at all; other files there stay as they are.
   *
   * @param option the name of the option that names the folder, for error messages
   * @param folder where to; made if there is none
   * @param pictures the charts, which name the files
   * @throws io.github.tierwise.files.cells.InputException if they cannot be written
   */
  public static void write(String option, Path folder, List<Picture> pictures) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw WriteFailure.at(option, folder, e);
    }
    for (Picture picture : pictures) {
      WholeFile.write(option, folder.resolve(picture.name + ".svg"), picture.svg);
      WholeFile.write(option, folder.resolve(picture.name + ".png"), picture.png);
    }
  }
}
