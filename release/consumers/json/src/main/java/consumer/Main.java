package consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tierwise.deal.DealPlanner;
import io.github.tierwise.files.BrandFile;
import io.github.tierwise.files.FileException;
import io.github.tierwise.files.json.DealSummary;
import io.github.tierwise.files.json.FrontierSummary;
import io.github.tierwise.files.json.StudySummary;
import io.github.tierwise.files.json.TierwiseJackson;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.TierPolicies;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A service: a brand file, requests and answers in JSON, and every type there and back. */
public final class Main {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new TierwiseJackson()).build();

  private static int types;

  private Main() {}

  /**
   * Runs it.
   *
   * @param args none
   */
  public static void main(String[] args) throws JsonProcessingException {
    Scorer scorer =
        BrandFile.read("brand.toml", stream("budget = 5_000\ncurrency = \"USD\"\ngoal = \"sales\"\n"))
            .scorer();
    Influencer ana =
        MAPPER.readValue(
            "{\"id\": \"ana\", \"platform\": \"instagram\", \"followers\": 48000, \"likes\": 1080,"
                + " \"topics\": {\"vegan\": 0.8}}",
            Influencer.class);
    Score score = scorer.score(ana);
    if (!MAPPER.valueToTree(score).get("score").isNumber()) {
      throw new AssertionError("an answer must have a score");
    }
    List<Influencer> accounts = accounts(ana);
    Scorer again = same(scorer, Scorer.class);
    if (!again.fingerprint().equals(scorer.fingerprint())) {
      throw new AssertionError("a scorer must be read as it was written");
    }
    equal(ana);
    equal(scorer.brand());
    equal(score);
    equal(scorer.explain(ana));
    equal(scorer.rank(accounts));
    DealPlanner planner = DealPlanner.builder(scorer).build();
    equal(DealSummary.of(planner.plan(accounts)));
    equal(FrontierSummary.of(planner.frontier(accounts, 500, 20_000)));
    equal(
        StudySummary.of(
            TierStudy.of(
                ProfileColumns.copyOf(accounts),
                TierPolicies.standard(),
                TierPolicies.published("forbes"))));
    System.out.printf(
        "%d types are read as they were written; %s; %s%n",
        types,
        refused("{\"id\": \"ben\", \"platform\": \"tiktok\", \"folowers\": 9800}"),
        wrong("gaol = \"sales\"\n"));
  }

  private static List<Influencer> accounts(Influencer first) {
    List<Influencer> accounts = new ArrayList<>(List.of(first));
    for (int i = 0; i < 20; i++) {
      accounts.add(
          Influencer.builder("account-" + i, Platform.values()[i % 3])
              .followers(1_000 + 900 * i * i)
              .likes(60 + i * 37 % 401)
              .comments(i * 11 % 307)
              .price(40 + 60 * i, i == 7 ? "EUR" : "USD")
              .build());
    }
    return accounts;
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T same(T value, Class<T> type) throws JsonProcessingException {
    types++;
    String json = MAPPER.writeValueAsString(value);
    T read = MAPPER.readValue(json, type);
    if (!MAPPER.writeValueAsString(read).equals(json)) {
      throw new AssertionError("what is read must be what was written: " + json);
    }
    return read;
  }

  private static void equal(Object value) throws JsonProcessingException {
    types++;
    Object read = MAPPER.readValue(MAPPER.writeValueAsString(value), value.getClass());
    if (!read.equals(value)) {
      throw new AssertionError(value + " must be read as it was written, was " + read);
    }
  }

  private static String refused(String request) {
    try {
      throw new AssertionError("must be refused: " + MAPPER.readValue(request, Influencer.class));
    } catch (JsonProcessingException e) {
      return e.getOriginalMessage();
    }
  }

  private static String wrong(String file) {
    try {
      throw new AssertionError("must be refused: " + BrandFile.read("brand.toml", stream(file)));
    } catch (FileException e) {
      return e.getMessage();
    }
  }
}
