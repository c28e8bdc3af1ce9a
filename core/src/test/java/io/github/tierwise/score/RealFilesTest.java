package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The guarantees on lists that other people published; left out, and said so, where absent. */
class RealFilesTest {

  private static final List<BrandProfile> BRANDS =
      List.of(
          BrandProfile.builder()
              .budget(50_000, "USD")
              .size(CompanySize.SME)
              .goal(Goal.SALES)
              .build(),
          BrandProfile.builder()
              .budget(1_000_000, "USD")
              .size(CompanySize.LARGE)
              .goal(Goal.AWARENESS)
              .ownPresence(false)
              .audience("country", "India", 1)
              .build(),
          BrandProfile.builder().build());

  private static Path file(String name) {
    Path file = Path.of(System.getProperty("tierwise.shared", "../../shared"), "data/real", name);
    assumeTrue(Files.exists(file), name + " is not there: the check on real rows was left out");
    return file;
  }

  /** The distinct handles of smi2022-instagram-dec: followers and average engagements. */
  private static List<Influencer> instagram() throws IOException {
    Map<String, Influencer> accounts = new LinkedHashMap<>();
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(file("smi2022-instagram-dec.csv"))) {
      for (CsvRecord row : rows) {
        if (row.getStartingLineNumber() > 1) {
          accounts.putIfAbsent(
              row.getField(1),
              Influencer.builder(row.getField(1), Platform.INSTAGRAM)
                  .followers(Double.parseDouble(row.getField(6)))
                  .engagements(Double.parseDouble(row.getField(11)))
                  .build());
        }
      }
    }
    assertEquals(991, accounts.size());
    return List.copyOf(accounts.values());
  }

  /** Mean likes, comments and shares of the creators of tiktok2020-videos. */
  private static List<Influencer> tikTok() throws IOException {
    Set<String> seen = new HashSet<>();
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (String part : List.of("1", "2", "3", "4", "top")) {
      try (CsvReader<CsvRecord> rows =
          CsvReader.builder().ofCsvRecord(file("tiktok2020-videos-" + part + ".csv"))) {
        for (CsvRecord row : rows) {
          if (row.getStartingLineNumber() > 1 && seen.add(row.getField(0))) {
            double[] sum = sums.computeIfAbsent(row.getField(2), handle -> new double[5]);
            sum[0]++;
            sum[1] += Double.parseDouble(row.getField(6));
            sum[2] += Double.parseDouble(row.getField(8));
            sum[3] += Double.parseDouble(row.getField(7));
            sum[4] = Double.parseDouble(row.getField(10));
          }
        }
      }
    }
    List<Influencer> accounts = new ArrayList<>();
    sums.forEach(
        (handle, sum) ->
            accounts.add(
                Influencer.builder(handle, Platform.TIKTOK)
                    .posts(sum[0])
                    .likes(sum[1] / sum[0])
                    .comments(sum[2] / sum[0])
                    .shares(sum[3] / sum[0])
                    .followers(sum[4])
                    .build()));
    assertEquals(1_794, accounts.size());
    return accounts;
  }

  /** The distinct handles of smi2022-tiktok-dec, whose followers are abbreviated. */
  private static List<Influencer> tikTokRanking() throws IOException {
    Map<String, Influencer> accounts = new LinkedHashMap<>();
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(file("smi2022-tiktok-dec.csv"))) {
      for (CsvRecord row : rows) {
        if (row.getStartingLineNumber() > 1) {
          String followers = row.getField(3).strip();
          double unit = followers.endsWith("M") ? 1e6 : 1e3;
          accounts.putIfAbsent(
              row.getField(1),
              Influencer.builder(row.getField(1), Platform.TIKTOK)
                  .followers(
                      unit * Double.parseDouble(followers.substring(0, followers.length() - 1)))
                  .likes(Double.parseDouble(row.getField(7)))
                  .comments(Double.parseDouble(row.getField(9)))
                  .shares(Double.parseDouble(row.getField(11)))
                  .build());
        }
      }
    }
    return List.copyOf(accounts.values());
  }

  /** How many accounts the gate of plausible engagement keeps out if all buy followers. */
  private static long keptOut(List<Influencer> accounts, double factor) {
    Scorer scorer =
        Scorer.builder(BrandProfile.builder().build())
            .minEngagements(0)
            .plausibleOnly(true)
            .build();
    return accounts.stream()
        .map(each -> each.toBuilder().followers(each.followers() * factor).build())
        .filter(each -> !scorer.isEligible(each))
        .count();
  }

  @Test
  void theGateOfPlausibleEngagementOpensToBoughtFollowersAsThePageSays() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "evidence.md"));
    for (List<Influencer> accounts : List.of(tikTokRanking(), instagram())) {
      long before = keptOut(accounts, 1);
      String row =
          "| %s, December | %d | %d | %d | %d |"
              .formatted(
                  accounts.get(0).platform().displayName(),
                  accounts.size(),
                  before,
                  before - keptOut(accounts, 1.25),
                  before - keptOut(accounts, 2));
      assertTrue(page.contains(row), row);
    }
  }

  @Test
  void noScoreOfARealAccountRisesWithBoughtFollowers() throws IOException {
    for (List<Influencer> accounts : List.of(instagram(), tikTok())) {
      for (BrandProfile brand : BRANDS) {
        Scorer scorer = Scorer.of(brand);
        for (Influencer account : accounts) {
          double before = scorer.value(account);
          for (int percent = 1; percent <= 100; percent++) {
            double followers = Math.ceil(account.followers() * (1 + percent / 100.0));
            assertTrue(
                scorer.value(account.toBuilder().followers(followers).build()) <= before,
                () -> "a score rose with followers");
          }
        }
      }
    }
  }

  @Test
  void noScoreOfARealAccountFallsWithMoreEngagement() throws IOException {
    for (List<Influencer> accounts : List.of(instagram(), tikTok())) {
      for (BrandProfile brand : BRANDS) {
        Scorer scorer = Scorer.of(brand);
        for (Influencer account : accounts) {
          double before = scorer.value(account);
          for (Measure measure :
              List.of(Measure.LIKES, Measure.COMMENTS, Measure.SHARES, Measure.ENGAGEMENTS)) {
            if (!Double.isNaN(account.get(measure))) {
              Influencer more =
                  account.toBuilder().set(measure, account.get(measure) * 1.01 + 1).build();
              assertTrue(scorer.value(more) >= before, () -> "a score fell with " + measure);
            }
          }
        }
      }
    }
  }

  @Test
  void droppingARealRowLeavesEveryOtherScoreAsItIsToTheLastBit() throws IOException {
    List<Influencer> accounts = instagram();
    for (BrandProfile brand : BRANDS) {
      Scorer scorer = Scorer.of(brand);
      double[] all = scores(scorer, accounts);
      List<Influencer> fewer = new ArrayList<>(accounts);
      fewer.remove(0);
      double[] rest = scores(scorer, fewer);
      for (int row = 0; row < rest.length; row++) {
        assertEquals(all[row + 1], rest[row]);
        assertEquals(all[row + 1], scorer.score(fewer.get(row)).value());
      }
    }
  }

  private static double[] scores(Scorer scorer, List<Influencer> accounts) {
    double[] out = new double[accounts.size()];
    scorer.score(ProfileColumns.copyOf(accounts), 0, out.length, out);
    return out;
  }

  @Test
  void aSmallCompanyAndACorporationGetDifferentNames() throws IOException {
    List<Influencer> accounts = tikTok();
    Set<String> small = top(BRANDS.get(0), accounts);
    Set<String> large = top(BRANDS.get(1), accounts);
    assertEquals(20, small.size());
    assertEquals(20, large.size());
    small.retainAll(large);
    assertTrue(small.size() <= 2, () -> small.size() + " of 20 names are in both lists");
  }

  private static Set<String> top(BrandProfile brand, List<Influencer> accounts) {
    Set<String> names = new HashSet<>();
    Scorer.of(brand).rank(accounts).entries().stream()
        .limit(20)
        .forEach(entry -> names.add(entry.score().id()));
    return names;
  }
}
