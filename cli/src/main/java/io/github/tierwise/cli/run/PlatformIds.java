package io.github.tierwise.cli.run;

import io.github.tierwise.cli.write.Records;
import io.github.tierwise.profile.Platform;
import java.util.Arrays;
import java.util.Iterator;

/** The platforms as they are written on the command line, to complete one. */
public final class PlatformIds implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Platform.values()).map(Records::word).iterator();
  }
}
