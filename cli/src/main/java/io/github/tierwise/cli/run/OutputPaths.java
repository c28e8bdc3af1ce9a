package io.github.tierwise.cli.run;

import io.github.tierwise.cli.write.Destination;
import io.github.tierwise.files.cells.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: never over what it reads, and never two things in one place. */
public final class OutputPaths {

  private OutputPaths() {}

  /**
   * Checks the places before anything is read.
   *
   * @param spec the command
   * @param inputs what it reads
   * @param outputs where it writes, by option
   */
  public static void check(
      CommandSpec spec, List<String> inputs, Map<String, Optional<Path>> outputs) {
    Map<String, Destination> places = new TreeMap<>();
    new TreeMap<>(outputs)
        .forEach(
            (option, output) ->
                output.ifPresent(path -> check(spec, inputs, places, option, path)));
  }

  private static void check(
      CommandSpec spec,
      List<String> inputs,
      Map<String, Destination> places,
      String option,
      Path path) {
    for (String read : inputs) {
      if (SameFile.test(path.toString(), read)) {
        throw new InputException("output must be another file than the input \"" + read + '"');
      }
    }
    Destination place = Destination.of(option, path);
    places.forEach(
        (other, before) ->
            Usage.check(
                spec,
                !place.isSame(before),
                "%s and %s must be two files, were both %s".formatted(other, option, path)));
    Usage.check(
        spec,
        !place.isUnderStandardOutput(),
        "%s and standard output must be two files, were both %s".formatted(option, path));
    places.put(option, place);
  }
}
