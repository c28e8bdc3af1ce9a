package io.github.tierwise.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads what a brand answers, and the rules that it sets for a ranking, from TOML or JSON: the file
 * that {@code tierwise score --brand} takes. A text that begins with a brace is JSON.
 *
 * <pre>{@code
 * Scorer scorer = BrandFile.read(Path.of("brand.toml")).scorer();
 * }</pre>
 *
 * <p>All keys may be left out:
 *
 * <ul>
 *   <li>{@code budget} and {@code currency}, which go together: {@code 5000} and {@code "EUR"}
 *   <li>{@code size}: {@code "sme"} or {@code "large"}
 *   <li>{@code goal}: {@code "awareness"}, {@code "engagement"} or {@code "sales"}
 *   <li>{@code own_presence}: {@code true} or {@code false}
 *   <li>{@code topics}: a table of topics with weights in (0, 1]
 *   <li>{@code audience}: a table of dimensions, such as {@code country}, each a table of values
 *       with weights in (0, 1]
 *   <li>{@code priorities}: a table of {@code engagement}, {@code conversion}, {@code
 *       audience_fit}, {@code cost} and {@code engaged_audience} with factors at least 0
 *   <li>{@code definition}: the id of a published tier definition
 *   <li>{@code require_tier}: a tier or a list of tiers
 *   <li>{@code min_engagements}: at least 0
 *   <li>{@code plausible_only}: {@code true} or {@code false}
 *   <li>{@code usd_rate}: what one US dollar is worth in the currency, &gt; 0
 *   <li>{@code schema}: the version of this list, 1
 * </ul>
 *
 * <p>Whoever wrote the file may be a stranger: it has at most 4,000,000 bytes, is nested at most 16
 * deep, has a key once, is text in UTF-8 (or UTF-16 with its mark), and is an error that says what
 * is right otherwise.
 *
 * @since 0.1.0
 */
public final class BrandFile {

  static final int MOST_BYTES = 4_000_000;
  static final int MOST_DEPTH = 16;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).maxNameLength(1_000).build();

  private static final ObjectMapper TOML =
      new TomlMapper(TomlFactory.builder().streamReadConstraints(LIMITS).build());

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(LIMITS)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private BrandFile() {}

  /**
   * Reads a file.
   *
   * @param file TOML or JSON, in gzip too
   * @return the brand
   * @throws FileException if there is none, it is neither, or a key or value is wrong
   */
  public static Brand read(Path file) {
    Objects.requireNonNull(file, "file");
    return read(() -> Source.read(file, Optional.empty()));
  }

  /**
   * Reads a stream to its end, and leaves it open.
   *
   * @param name what errors call it
   * @param stream TOML or JSON
   * @return the brand
   * @throws FileException if it cannot be read, is neither, or a key or value is wrong
   */
  public static Brand read(String name, InputStream stream) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(stream, "stream");
    return read(() -> Source.ofStream(name, stream));
  }

  /**
   * Takes the answers from a tree that somebody else has read, such as of YAML or of a request.
   * What was wrong with its text, such as a key that was there twice, is for whom reads it to tell.
   *
   * @param name what errors call it
   * @param answers an object with the keys above
   * @return the brand
   * @throws FileException if a key or value is wrong
   */
  public static Brand of(String name, JsonNode answers) {
    return new BrandReader(Objects.requireNonNull(name, "name"), "")
        .read(Objects.requireNonNull(answers, "answers"));
  }

  /** Gives what is read, or says why not. */
  private interface Opener {
    Source open();
  }

  private static Brand read(Opener opener) {
    String name;
    String text;
    try {
      Source source = opener.open();
      name = source.name();
      text = source.text(MOST_BYTES);
      if (!source.encodingHint().isEmpty()) {
        throw new InputException(name + " must be text in UTF-8, was not: save it as UTF-8");
      }
    } catch (InputException e) {
      throw new FileException(String.valueOf(e.getMessage()), e);
    }
    boolean json = text.stripLeading().startsWith("{");
    try {
      JsonNode root = (json ? JSON : TOML).readTree(text);
      return new BrandReader(name, text).read(root);
    } catch (JsonProcessingException e) {
      throw new FileException(
          "%s%s: cannot be read as %s: %s"
              .formatted(name, line(e), json ? "JSON" : "TOML", reason(e)),
          e);
    }
  }

  private static String line(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
  }

  /** What is wrong, without the names of settings that only a programmer can change. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage()
        .replaceAll(", from `StreamReadConstraints[^`]*`", "")
        .replaceAll("\\('[^']{60,}'\\)", "")
        .replaceAll("\\s+", " ");
  }
}
