package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The quirks of published lists; these are read where they lie, and never part of the project. */
class RealFilesTest {

  /** The file; without it the test is skipped. */
  private static Path file(String name) {
    Path file = Path.of(System.getProperty("tierwise.shared", ""), "data", "real", name);
    Assumptions.assumeTrue(file.toFile().canRead(), "needs the local data set " + name);
    return file;
  }

  private static AccountList read(String name) {
    return read(file(name));
  }

  private static AccountList read(Path file) {
    return AccountReader.read(
        Source.read(file.toString(), InputStream.nullInputStream()),
        ReadOptions.none(),
        rows -> {});
  }

  private static long known(AccountList reading, Measure measure) {
    return reading.accounts().stream().filter(a -> !Double.isNaN(a.get(measure))).count();
  }

  private static double[] followers(AccountList reading) {
    double[] followers = reading.accounts().stream().mapToDouble(Influencer::followers).toArray();
    Arrays.sort(followers);
    return followers;
  }

  private static void assertAllCounted(AccountList reading) {
    assertEquals(reading.rows(), reading.accounts().size() + reading.rejects().size());
  }

  @Test
  void theTop200OfInstagramIsReadWhole() {
    AccountList reading = read("insta-top200-2022.csv");
    assertAllCounted(reading);
    assertEquals(200, reading.accounts().size());
    assertEquals(200, known(reading, Measure.FOLLOWERS));
    assertEquals(475.8e6, followers(reading)[199]);
    assertEquals(199, known(reading, Measure.ENGAGEMENTS), "one rate is NaN%");
    assertEquals(
        138, reading.accounts().stream().filter(a -> !a.labels("country").isEmpty()).count());
    assertTrue(reading.accounts().stream().allMatch(a -> a.platform() == Platform.INSTAGRAM));
  }

  @Test
  void theInstagramListOfDecemberIsReadBothColumnsAtATime() {
    AccountList reading = read("smi2022-instagram-dec.csv");
    assertAllCounted(reading);
    assertEquals(991, reading.accounts().size());
    assertEquals(2.2e6, followers(reading)[0]);
    assertEquals(579.8e6, followers(reading)[990]);
    assertEquals(991, known(reading, Measure.ENGAGEMENTS));
    assertTrue(reading.accounts().stream().anyMatch(a -> a.id().equals("leomessi")));
  }

  @Test
  void theTiktokListHasFollowersFrom2100To135Million() {
    AccountList reading = read("smi2022-tiktok-a.csv");
    assertAllCounted(reading);
    assertEquals(987, reading.accounts().size());
    assertEquals(2_100, followers(reading)[0]);
    assertEquals(135.4e6, followers(reading)[986]);
    assertEquals(987, known(reading, Measure.SHARES));
  }

  @Test
  void theYoutubeListHasUnknownLikesAndComments() {
    AccountList reading = read("smi2022-youtube-a.csv");
    assertAllCounted(reading);
    assertEquals(998, reading.accounts().size());
    assertEquals(9.2e6, followers(reading)[0]);
    assertEquals(998 - 38, known(reading, Measure.LIKES));
  }

  @Test
  void aBlankFirstLineAndWindows1252AreRead() {
    AccountList reading = read("tiktok-nigeria-top200-2025.csv");
    assertEquals(200, reading.accounts().size());
    assertEquals(10.4e6, followers(reading)[199]);
  }

  @Test
  void aTableOfAdvertsIsRefusedWithItsColumns() {
    Path file = file("facebook-ads-conversion.csv");
    InputException e = assertThrows(InputException.class, () -> read(file));
    assertTrue(e.getMessage().contains("must have a column of account names"));
    assertTrue(e.getMessage().contains("Impressions"));
  }
}
