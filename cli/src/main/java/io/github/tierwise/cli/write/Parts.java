package io.github.tierwise.cli.write;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Hidden files that are being written, beside the places that they will take. None stays if the
 * program is told to end; if it is killed, the one that is being written does.
 */
final class Parts {

  private static final Set<Path> OPEN = new HashSet<>();
  private static boolean watched;
  private static boolean ending;

  private Parts() {}

  /** An empty file in a folder, with the permissions that new files get there. */
  static synchronized Path create(Path folder) throws IOException {
    watch();
    Path part = folder.resolve(".tierwise-%s.part".formatted(UUID.randomUUID()));
    Files.createFile(part);
    OPEN.add(part);
    return part;
  }

  /** Puts a finished part in its place, in one step where the system can. */
  static synchronized void finish(Path part, Path place) throws IOException {
    awaitEnd();
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
    }
    OPEN.remove(part);
  }

  /** Deletes a part, unless it is finished. */
  static synchronized void delete(Path part) throws IOException {
    awaitEnd();
    if (OPEN.remove(part)) {
      Files.deleteIfExists(part);
    }
  }

  private static void watch() {
    if (!watched && !ending) {
      try {
        Runtime.getRuntime().addShutdownHook(new Thread(Parts::end, "tierwise-parts"));
        watched = true;
      } catch (IllegalStateException e) {
        // The program has been told to end before there was a part.
        ending = true;
      }
    }
    awaitEnd();
  }

  private static synchronized void end() {
    ending = true;
    for (Path part : OPEN) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        // Nobody is there to be told.
      }
    }
  }

  /** When the program ends, whoever writes waits for that, and says nothing of missing parts. */
  private static void awaitEnd() {
    while (ending) {
      try {
        Parts.class.wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
