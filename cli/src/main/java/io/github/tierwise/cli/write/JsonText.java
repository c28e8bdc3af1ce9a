package io.github.tierwise.cli.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.score.Score;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Scores and explanations as JSON: every number reads back to the same bits, unknown is null. */
public final class JsonText {

  private static final JsonFactory JSON =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  private static final double EXACT_LIMIT = 1e15;

  private interface Tree {
    void write(JsonGenerator json) throws IOException;
  }

  private JsonText() {}

  /** An array with an object for each account. */
  public static Content scores(Iterator<ListedScore> accounts) {
    return of(
        json -> {
          json.writeStartArray();
          while (accounts.hasNext()) {
            score(json, accounts.next());
          }
          json.writeEndArray();
        });
  }

  /** The tree of an explanation. */
  public static String explanation(Explanation explanation) {
    return of(json -> explanation(json, explanation)).toText();
  }

  private static Content of(Tree tree) {
    return out -> {
      try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
        tree.write(json);
      }
      out.write('\n');
      out.flush();
    };
  }

  private static void score(JsonGenerator json, ListedScore scored) throws IOException {
    Score score = scored.score();
    json.writeStartObject();
    json.writeFieldName("rank");
    if (scored.rank().isPresent()) {
      json.writeNumber(scored.rank().getAsInt());
    } else {
      json.writeNull();
    }
    json.writeStringField("id", score.id());
    json.writeStringField("platform", scored.platform());
    json.writeStringField("tier", score.tier().label());
    number(json, "score", score.value());
    number(json, "low", score.low());
    number(json, "high", score.high());
    json.writeStringField("reason", scored.reason());
    number(json, "followers", scored.account().followers());
    number(json, "engagement_rate", score.engagementRate());
    number(json, "expected_rate", score.expectedRate());
    number(json, "price", score.price());
    json.writeStringField("currency", scored.priceCurrency().orElse(null));
    json.writeBooleanField("price_estimated", scored.priceEstimated());
    json.writeBooleanField("eligible", score.eligible());
    flags(json, "failures", score.failures());
    flags(json, "flags", score.flags());
    json.writeArrayFieldStart("contributions");
    for (Score.Contribution contribution : score.contributions()) {
      json.writeStartObject();
      json.writeStringField("criterion", contribution.criterion());
      number(json, "points", contribution.points());
      number(json, "low", contribution.low());
      number(json, "high", contribution.high());
      number(json, "utility", contribution.utility());
      number(json, "weight", contribution.weight());
      json.writeBooleanField("assumed", contribution.assumed());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void flags(JsonGenerator json, String name, List<Score.Flag> flags)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Score.Flag flag : flags) {
      json.writeStartObject();
      json.writeStringField("code", flag.code());
      json.writeStringField("text", flag.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void explanation(JsonGenerator json, Explanation explanation) throws IOException {
    json.writeStartObject();
    json.writeStringField("label", explanation.label());
    number(json, "value", explanation.value());
    json.writeStringField("operation", explanation.operation().name().toLowerCase(Locale.ROOT));
    json.writeStringField("note", explanation.note());
    json.writeArrayFieldStart("parts");
    for (Explanation part : explanation.parts()) {
      explanation(json, part);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeFieldName(name);
    if (!Double.isFinite(value)) {
      json.writeNull();
    } else if (value == StrictMath.rint(value)
        && Math.abs(value) < EXACT_LIMIT
        && Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(-0.0)) {
      // 475800000 instead of 4.758E8: the same number, easier to read.
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }
}
