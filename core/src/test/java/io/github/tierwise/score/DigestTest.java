package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From version to version, and with any compiler: the same bits. */
class DigestTest {

  private static final int ACCOUNTS = 100_000;

  /** Of {@link #ACCOUNTS} generated ones. Another digest means moved numbers: see CHANGELOG. */
  private static final String BULK = "d8f0d658872a39bd";

  private static final String SCORES = "57c9780be3614995";
  private static final String ONE_BY_ONE = "95e67b88f3f384db";

  @Test
  void theGeneratedAccountsHaveTheCommittedDigest() {
    assertEquals(BULK, Digests.bulk(ACCOUNTS));
    assertEquals(SCORES, Digests.scores(ACCOUNTS));
    assertEquals(ONE_BY_ONE, Digests.oneByOne(ACCOUNTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1"})
  void theDigestIsTheSameWithAnyCompiler(String mode) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                mode,
                "-cp",
                folder(Scorer.class) + System.getProperty("path.separator") + folder(Digests.class),
                Digests.class.getName(),
                String.valueOf(ACCOUNTS)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output;
    try (var stream = process.getInputStream()) {
      output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals(0, process.waitFor(), output);
    assertEquals(List.of(BULK, SCORES, ONE_BY_ONE), output.lines().toList());
  }

  /** The folder of a class's package root: in a named module the code source may be another. */
  private static Path folder(Class<?> type) throws URISyntaxException, IOException {
    URI file = Objects.requireNonNull(type.getResource(type.getSimpleName() + ".class")).toURI();
    Path folder = Path.of(file).getParent();
    for (int i = 0; i < type.getPackageName().split("\\.").length; i++) {
      folder = Objects.requireNonNull(folder).getParent();
    }
    return Objects.requireNonNull(folder);
  }
}
