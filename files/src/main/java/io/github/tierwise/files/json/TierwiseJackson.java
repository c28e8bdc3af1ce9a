package io.github.tierwise.files.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.tierwise.files.cells.SchemaVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Writes and reads the types of Tierwise as JSON.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new TierwiseJackson()).build();
 * Influencer account = mapper.readValue(request, Influencer.class);
 * String answer = mapper.writeValueAsString(scorer.score(account));
 * }</pre>
 *
 * <p>Written and read are {@code Influencer}, {@code BrandProfile}, {@code Scorer} (if a brand file
 * can say what it is made of: one with criteria, rates, curves or tiers of your own is refused by
 * their names), {@code Score}, {@code Ranking}, {@code Explanation}, and the summaries {@link
 * DealSummary}, {@link FrontierSummary} and {@link StudySummary}. A {@code Deal}, {@code Frontier}
 * or {@code TierStudy} is written as its summary; to be read, ask for the summary.
 *
 * <p>What is read is equal to what was written, to the last bit: numbers are the shortest text that
 * reads back; unknown ones (NaN) are left out, and null is the same; an infinite one is the text
 * {@code "Infinity"}. Keys are those of {@code tierwise … --format json} and of brand files. An
 * unknown key, one that is there twice, a value of another kind, and a number that must follow from
 * others and does not, are refused with their place and what is right: a {@code
 * JsonMappingException}.
 *
 * <p>Every object has a key {@code schema}, the version of {@link #schema()}; without it an object
 * is read as of version 1, and a newer one is refused.
 *
 * @since 0.1.0
 */
public final class TierwiseJackson extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** The version of the schema that is written, and the newest that can be read. */
  public static final int SCHEMA_VERSION = SchemaVersion.NEWEST;

  private static final String SCHEMA = "tierwise-%d.schema.json".formatted(SCHEMA_VERSION);

  /** A module for any number of mappers. */
  public TierwiseJackson() {
    super("tierwise", new Version(SCHEMA_VERSION, 0, 0, null, "io.github.tierwise", "tierwise"));
    AccountForm.FORM.addTo(this);
    BrandForm.BRAND.addTo(this);
    BrandForm.SCORER.addTo(this);
    ScoreForm.SCORE.addTo(this);
    ScoreForm.RANKING.addTo(this);
    ExplanationForm.FORM.addTo(this);
    DealSummary.FORM.addTo(this);
    DealSummary.DEAL.addTo(this);
    FrontierSummary.FORM.addTo(this);
    FrontierSummary.FRONTIER.addTo(this);
    StudySummary.FORM.addTo(this);
    StudySummary.STUDY.addTo(this);
  }

  /**
   * The schema of what is written, as JSON Schema 2020-12. Below {@code $defs} each type has one of
   * its own: {@code influencer}, {@code brand}, {@code scorer}, {@code score}, {@code ranking},
   * {@code explanation}, {@code deal}, {@code frontier} and {@code study}.
   *
   * @return a text in JSON
   */
  public static String schema() {
    try (InputStream in =
        Objects.requireNonNull(TierwiseJackson.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
