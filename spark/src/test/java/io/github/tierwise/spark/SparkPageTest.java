package io.github.tierwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.score.Scorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the page on Spark is compiled and run, and shows what the page shows. */
class SparkPageTest {

  private static final Path DOCS = Path.of("..", "docs");

  /** The statements of the page, with what they take for granted. */
  private static final String STATEMENTS =
      """
      import io.github.tierwise.profile.*;
      import io.github.tierwise.score.*;
      import io.github.tierwise.spark.*;
      import io.github.tierwise.study.*;
      import io.github.tierwise.tier.*;
      import java.util.*;
      import org.apache.spark.sql.*;

      public final class Statements {
        public static Dataset<Row> run(SparkSession spark, Dataset<Row> accounts, Scorer scorer) {
          %s
          if (study.accounts() != accounts.count()) {
            throw new AssertionError(study);
          }
          return values;
        }
      }
      """;

  @TempDir private static Path folder;

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(DOCS.resolve("how-to/score-on-spark.md")))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static Class<?> compiled(String name, String source) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
      var sources = files.getJavaFileObjects(file);
      assertTrue(
          compiler.getTask(said, files, null, options, null, sources).call(), said::toString);
    }
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}).loadClass(name);
  }

  /** The accounts of the examples, with names as the page has them. */
  private static Dataset<Row> accounts() {
    return Sessions.session()
        .read()
        .option("header", true)
        .csv(DOCS.resolve("examples/influencers.csv").toString())
        .selectExpr(
            "username",
            "platform",
            "try_cast(followers as double) followers",
            "try_cast(avg_likes as double) likes",
            "try_cast(avg_comments as double) comments",
            "try_cast(avg_shares as double) shares",
            "try_cast(avg_views as double) views",
            "try_cast(`price (USD)` as double) price",
            "try_cast(clicks as double) clicks",
            "try_cast(conversions as double) conversions",
            "0.5 share_germany",
            "0.1 about_vegan");
  }

  @Test
  void theJobOfThePageShowsWhatThePageShows() throws Exception {
    String in = folder.resolve("in").toString();
    String out = folder.resolve("out").toString();
    accounts().write().parquet(in);
    Class<?> job = compiled("ScoreJob", blocks("java").get(0));
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    scala.Console.withOut(
        shown,
        () -> {
          try {
            return job.getMethod("main", String[].class)
                .invoke(null, (Object) new String[] {in, out});
          } catch (ReflectiveOperationException e) {
            throw new LinkageError("the job of the page", e);
          }
        });
    assertEquals(blocks("text").get(0).strip(), shown.toString(StandardCharsets.UTF_8).strip());
    Dataset<Row> scored = Sessions.session().read().parquet(out);
    assertEquals(300, scored.filter("score between 0 and 100").count());
  }

  @Test
  @SuppressWarnings("unchecked")
  void theOtherStatementsOfThePageRun() throws Exception {
    SparkSession spark = Sessions.session();
    Dataset<Row> accounts = accounts().withColumnRenamed("likes", "avg_likes");
    accounts.createOrReplaceTempView("accounts");
    List<String> java = blocks("java");
    Class<?> statements =
        compiled("Statements", STATEMENTS.formatted(String.join("", java.subList(1, java.size()))));
    Scorer scorer = Scorer.of(BrandProfile.builder().budget(5_000, "USD").build());
    Dataset<Row> values =
        (Dataset<Row>)
            statements
                .getMethod("run", SparkSession.class, Dataset.class, Scorer.class)
                .invoke(null, spark, accounts, scorer);
    assertEquals(accounts.filter("followers > 1000").count(), values.filter("score > 0").count());
  }
}
