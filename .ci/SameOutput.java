import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the cases of {@code .ci/same-output} with the command line on the class path, or compares
 * what two such runs wrote.
 *
 * <pre>
 *   SameOutput run RENAMED            in the folder with the links examples, real and cases
 *   SameOutput compare OLD NEW RENAMED
 * </pre>
 */
final class SameOutput {

  private static final String MAIN = "io.github.tierwise.cli.Main";

  /** Where each case writes, in a folder of its own. */
  private static final Path MADE = Path.of("made");

  /** What a case printed, and with which exit code. */
  private static final String PRINTED = "printed";

  private SameOutput() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "run" -> new Cases(new Runner(Renamed.read(Path.of(args[1])))).run();
      case "compare" ->
          System.exit(
              new Comparison(Path.of(args[1]), Path.of(args[2]), Renamed.read(Path.of(args[3])))
                  .run());
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  // ---------------------------------------------------------------------------------------------

  /**
   * The cases, in words of the checkout: the width, or several, and a command. {@code {a|b}} is
   * each of the two, {@code $name} a word that is said where the cases are run, {@code %20} a blank
   * in an argument, {@code OUT} a folder of the case's own, and behind {@code <} stands what is
   * standard input.
   */
  private static final class Cases {

    private static final String EXAMPLE = "examples/influencers.csv";

    /** Words of all cases. */
    private static final Map<String, String> WORDS =
        Map.of(
            "example", EXAMPLE,
            "brand", "--brand examples/brand.toml",
            "small", "--brand examples/small-brand.toml",
            "brands", "--brand {examples/brand.toml|examples/small-brand.toml}",
            "formats", "--format {table|csv|json}",
            "quiet", "{|--quiet}");

    private static final String HELP =
        """
        80,120,240 {|--help|--version|help|score|explain|plan|compare|tiers|backtest|demo|stability}
        80,120,240 {score|explain|plan|compare|tiers|tiers show|backtest|demo|stability} {--help|-h|--version}
        120 tiers show
        """;

    /** What is refused, and how that is said. */
    private static final String WRONG =
        """
        120 {scor|--nothing|demo too much|tiers 1 2|tiers show a b}
        120 {score|explain|plan|compare|tiers|backtest|demo|stability} --nothing
        80 {score|plan|explain --id a|compare} {missing.csv|examples|} $brand
        120 {score|plan|explain --id a|compare|backtest} {missing.csv|examples|$example}
        80 {score|plan} $example --brand {missing.toml|examples|$example|-}
        120 {score|plan} $example --brand - < {$example|examples/README.md}
        120 {score|plan|compare|explain --id a} - --brand - < examples/brand.toml
        120 {score|plan} $example $brand --format {xml|CSV|}
        120 {score|plan} $example $brand --definition {none|Impact|forbs|}
        120 {score|plan} $example $brand --platform {none|instagramm|}
        120 {score|plan} $example $brand --map {id|id=none|none=id|id=#99|followers=#1|=}
        120 {score|plan} $example $brand --counted-at {yesterday|2020-13-01}
        120 {score|plan} $example $brand {--posts|--peers} {missing.csv|$example|examples}
        120 {score|plan} $example $brand --out {$example|missing/out.csv|examples}
        120 {score|plan} $example $brand $brand
        120 score $example $brand --top {-1|x|1.5|}
        120 score $example $brand --rejects {missing/out.csv|examples/brand.toml}
        120 score $example $brand --out OUT/a --rejects OUT/a
        120 {score|plan} $example $brand --out OUT/a --report OUT/a
        120 score $example $brand --order file --format csv --report OUT/a
        120 {score|explain --id synthetic-0271} $example $brand --report {$example|missing/report.html|examples}
        120 plan $example $brand --budget {0|-1|x|1e99}
        120 plan $example $brand --max-people {0|-1|x}
        120 plan $example $brand --universe {0|-1|10|x}
        120 plan $example $brand {--at-least|--at-most} {micro|micro=-1|small=1|micro=x}
        120 plan $example $brand --at-most micro=1 {--at-most micro=2|--at-least micro=2}
        120 plan $example $brand --at-least mega=500
        120 plan $example $brand {--include|--exclude|--why-not} nobody
        120 explain $example --id {nobody|synthetic-271|SYNTHETIC-0271|@synthetic-0271}
        120 explain $example --id synthetic-0271 --against {nobody|synthetic-0271}
        120 explain $example --id synthetic-0271 {--depth -1|--depth x|--format csv|--top 0|--top 1 --against synthetic-0054}
        120 stability $example $brand {--top 0|--error 0|--candidates 1|--weights none|--weights order --concentration 5}
        120 compare $example --definitions {impact|impact,impact|impact,none|}
        120 compare $example {--all --definitions impact,forbes|--top 0|--label small}
        120 compare $example --report {$example|missing/report.html|examples}
        120 {plan|compare} $example $brand --pictures OUT/charts --chromium {missing|examples}
        120 {plan|compare} $example $brand --chromium missing
        120 {plan|compare} $example $brand --pictures $example --chromium missing
        120 backtest $example {--seed x|--min-age x|--posts examples/README.md}
        120 tiers {x|-1|1e99|forbes|1,00|48..2k|NaN} $formats
        120 tiers {show none|show forbs|show forbes --format xml|5 --edge middle|--platform none}
        120 demo --write {missing/demo.csv|examples}
        """;

    private static final String TIERS =
        """
        80,120,240 tiers {|--platform instagram|--platform youtube} $formats
        80,120,240 tiers {0|48200|48.2k|100,000|1M|3000000|25e6} --edge {upper|lower} $formats
        120 tiers {999|10000|5m} --platform {instagram|tiktok|youtube|x|twitch} $formats
        """;

    private static final String DEFINITION =
        """
        120 tiers show $id $formats
        80 tiers show $id
        """;

    private static final String DEMO =
        """
        80,120,240 demo
        120 demo --write OUT/demo.csv {|--accounts 0|--accounts 1|--accounts 5000}
        """;

    /** The example, in every combination. */
    private static final String ALL =
        """
        80,120,240 score $example $brands $formats $quiet
        120 score $example $brands --top {0|3} $formats --quiet --definition iab-uk
        120 score $example $small --definition {impact|forbes|vassey-preprint}
        120 score $example $small --map {price=-|likes=avg_comments|id=#1|topic=-|saves=#6}
        120 score $example $small --map price=- --map clicks=- --map price=price%20(USD) $formats
        120 score $example $small --peers examples/README.md
        120 score $example --brand - < examples/small-brand.toml
        80,120,240 compare $example $formats $quiet
        80,120,240 compare $example --label {nano|micro|mid|macro|mega} --quiet
        80 compare $example --definitions {impact,forbes,iab-uk|iab-uk,forbes} $formats
        120 compare $example $brands {|--top 5} $formats
        80,120,240 plan $example $brands $formats $quiet
        120 plan $example $brands --budget {20|20000} --max-people 5 --definition forbes --quiet
        120 plan $example $brands --at-least {nano|micro|mid|macro|mega}=1 --quiet
        120 plan $example $brands --frontier $formats
        80,120,240 explain $example --id {$ids} {|$brands} --depth {0|2|9} --quiet
        120 explain $example --id {$ids} $brands --against synthetic-0191 --format {text|json}
        120 explain $example --id {$ids} $brands --report OUT/report.html
        """;

    /** All commands on a table: each format, width and option, but not each with each. */
    private static final String TABLE =
        """
        120 score $file $brand $formats $quiet
        120 score $file $brand --top 0 $formats --out OUT/scores --rejects OUT/rejects
        80 score $file $small --definition iab-uk
        240 score $file $small --top 100
        120 score $file {$brand|$small} --report OUT/report.html --quiet
        120 score $file $brand --platform {instagram|tiktok|youtube}
        120 score - $posts $small --platform youtube --format csv < $table
        120 compare $file $formats $quiet
        80 compare $file {--all|--label macro} --quiet
        120 compare $file --all --format {csv|json} --quiet
        240 compare $file --definitions impact,forbes,iab-uk --label mid
        120 compare $file $brand $formats --quiet
        120 compare $file $small --report OUT/report.html
        120 compare $file --report OUT/report.html --all --quiet --label macro
        120 compare - $posts --platform tiktok --format json < $table
        120 plan $file $brand $formats $quiet
        80 plan $file $small --frontier
        120 plan $file $brand --frontier --format {csv|json} --quiet
        120 plan $file $small --report OUT/report.html --out OUT/deal --format json
        240 plan $file $brand --report OUT/report.html --universe 50000000
        120 plan $file $brand --budget 20000 --max-people 5 --at-least micro=2 --definition forbes
        120 plan $file $small --at-most macro=1 --at-most nano=2 --universe 5000000 --quiet
        120 plan $file $small --conversions --format {table|json}
        120 plan - $posts $small --platform instagram < $table
        120 stability $file $brand {--top 3|--format csv|--weights order --format json}
        80 backtest $file
        120 backtest $file {--seed 7|--min-age 3|--format csv|--format json|--sponsored}
        """;

    /** Some accounts of a table. */
    private static final String ACCOUNTS =
        """
        120 explain $file --id {$ids} $brand --depth 9
        80 explain $file --id $last --quiet
        240 explain $file --id $best $small --depth 0
        120 explain $file --id {$best|$last} $small --format json
        120 explain $file --id $best --against $last $brand --format {text|json}
        120 explain $file --id $best --against $last $brand --report OUT/report.html
        120 plan $file $brand --why-not $best --why-not $last --quiet
        120 plan $file $small --include $last --exclude $best --quiet --format {csv|json}
        """;

    /** Peers, times and names of columns, on tables that have the like. */
    private static final String REAL =
        """
        80 {score|plan|compare} $videos --peers real/tiktok2020-videos-top.csv $brands
        120 explain $videos --id thetoiley --peers real/tiktok2020-videos-top.csv $brands
        120 backtest $videos --peers real/tiktok2020-videos-top.csv
        120 {score|plan} $videos --counted-at 2020-12-24T18:00:00Z $brands
        120 {score|plan|compare} $advertisements --map id=ad_id --map views=Impressions $brands
        """;

    /** A small table that shows one peculiarity. */
    private static final String SMALL =
        """
        120 score $file --brand {$others} $formats
        80 score $file $small --definition forbes
        120 score $file $brand --platform {facebook|tiktok|youtube} --top 0 --rejects OUT/a
        120 plan $file --brand {$others}
        120 compare $file --platform {instagram|tiktok} $formats
        120 backtest $file --platform tiktok
        """;

    private final Runner runner;

    Cases(Runner runner) {
      this.runner = runner;
    }

    void run() throws IOException {
      run(HELP, Map.of());
      run(WRONG, Map.of());
      run(DEMO, Map.of());
      run(TIERS, Map.of());
      runner
          .print("tiers --format csv")
          .lines()
          .skip(1)
          .map(line -> line.split(",")[0])
          .distinct()
          .forEach(id -> run(DEFINITION, Map.of("id", id)));
      run(ALL, Map.of("ids", "synthetic-0271|synthetic-0282|synthetic-0001"));
      table(EXAMPLE, "");
      processes();
      for (Path file : files("real")) {
        if (file.toString().endsWith(".csv")) {
          table(file.toString(), "");
        }
      }
      if (Files.exists(Path.of("real"))) {
        table("real/instafake-accounts.csv", "--posts real/instafake-posts.csv");
        table("real/instagram-coders-accounts.csv", "--posts real/instagram-coders-posts.csv");
        table("real/tiktok2020-videos-1.csv", "--posts real/tiktok2020-videos-4.csv");
        run(
            REAL,
            Map.of(
                "videos",
                "real/tiktok2020-videos-4.csv",
                "advertisements",
                "real/facebook-ads-conversion.csv --platform facebook --map price=Spent"));
      }
      String others =
          files("cases/_brands").stream().map(Path::toString).collect(Collectors.joining("|"));
      for (Path folder : files("cases")) {
        if (Files.exists(folder.resolve("input.csv"))) {
          Path posts = folder.resolve("posts.csv");
          String file =
              folder.resolve("input.csv") + (Files.exists(posts) ? " --posts " + posts : "");
          run(SMALL, Map.of("file", file, "others", others));
          accounts(file);
        }
      }
    }

    private void table(String table, String posts) {
      String file = table + " " + posts;
      run(TABLE, Map.of("file", file, "table", table, "posts", posts));
      accounts(file);
    }

    /** The best, the middle and the last account of a table, if there are some. */
    private void accounts(String file) {
      List<String> rows =
          runner
              .print("score " + file + " " + WORDS.get("brand") + " --top 0 --format csv --quiet")
              .lines()
              .skip(1)
              .toList();
      if (!rows.isEmpty()) {
        List<String> ids =
            Stream.of(0, rows.size() / 2, rows.size() - 1)
                // The first column is the rank, the second the account.
                .map(row -> rows.get(row).split(",", 3)[1])
                .distinct()
                .toList();
        run(
            ACCOUNTS,
            Map.of(
                "file", file,
                "ids", String.join("|", ids),
                "best", ids.get(0),
                "last", ids.get(ids.size() - 1)));
      }
    }

    /** What is set up before a command runs: the width of the terminal, the log, the streams. */
    private void processes() {
      String score = "score " + EXAMPLE + " " + WORDS.get("brand");
      for (String columns : List.of("", "40", "200")) {
        runner.start(columns, score);
      }
      runner.start("", "compare - --verbose < " + EXAMPLE);
    }

    private void run(String cases, Map<String, String> words) {
      Map<String, String> all = new HashMap<>(WORDS);
      all.putAll(words);
      for (String line : cases.split("\n")) {
        String[] parts = line.split(" ", 2);
        for (String width : parts[0].split(",")) {
          for (String command : alternatives(said(parts[1], all))) {
            runner.run(Integer.parseInt(width), command);
          }
        }
      }
    }

    private static String said(String template, Map<String, String> words) {
      return Pattern.compile("\\$(\\w+)")
          .matcher(template)
          .replaceAll(word -> Matcher.quoteReplacement(words.get(word.group(1))));
    }

    /** Every choice of {@code {a|b|c}}, innermost braces first. */
    private static List<String> alternatives(String template) {
      Matcher braces = Pattern.compile("\\{([^{}]*)\\}").matcher(template);
      if (!braces.find()) {
        return List.of(template);
      }
      List<String> all = new ArrayList<>();
      for (String choice : braces.group(1).split("\\|", -1)) {
        String before = template.substring(0, braces.start());
        all.addAll(alternatives(before + choice + template.substring(braces.end())));
      }
      return all;
    }

    private static List<Path> files(String folder) throws IOException {
      if (!Files.exists(Path.of(folder))) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        return files.sorted().toList();
      }
    }
  }

  // ---------------------------------------------------------------------------------------------

  /** Runs one case after the other, each into a folder of its own. */
  private static final class Runner {

    private final Renamed renamed;
    private final Class<?> main;
    private final Method entry;
    private int made;

    Runner(Renamed renamed) throws ReflectiveOperationException, IOException {
      this.renamed = renamed;
      main = Class.forName(MAIN);
      entry =
          Arrays.stream(main.getDeclaredMethods())
              .filter(method -> method.getName().equals("run"))
              .filter(method -> method.getReturnType() == int.class)
              .findAny()
              .orElseThrow(() -> new NoSuchMethodException("int " + MAIN + ".run(...)"));
      entry.setAccessible(true);
      // As main does.
      Locale.setDefault(Locale.ROOT);
      Files.createDirectories(MADE);
      String version = main.getPackage().getImplementationVersion();
      Files.writeString(Path.of("version"), String.valueOf(version));
    }

    /**
     * Runs a case.
     *
     * @param command the arguments, {@code %20} for a blank in one, {@code OUT} for the folder of
     *     the case; then maybe {@code <} and what is standard input
     */
    void run(int width, String command) {
      Path folder = folder();
      Line line = line(command, folder);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      write(
          folder,
          command + " (" + width + " wide)",
          call(line, width, out, err),
          bytes(out),
          bytes(err));
    }

    /** Runs a command in a Java of its own. */
    void start(String columns, String command) {
      Path folder = folder();
      Line line = line(command, folder);
      List<String> java =
          new ArrayList<>(
              List.of(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  MAIN));
      java.addAll(line.arguments());
      try {
        Path out = Files.createTempFile("same", "out");
        Path err = Files.createTempFile("same", "err");
        Path in = Files.write(Files.createTempFile("same", "in"), line.in());
        ProcessBuilder builder =
            new ProcessBuilder(java)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("COLUMNS", columns);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
          process.destroyForcibly().waitFor();
        }
        // The log is for those who know the insides, and names them.
        String said =
            Files.readString(err)
                .lines()
                .filter(each -> !each.startsWith("DEBUG "))
                .collect(Collectors.joining("\n"));
        write(
            folder,
            command + " (a Java of its own, COLUMNS=" + columns + ")",
            Integer.toString(process.exitValue()),
            Files.readAllBytes(out),
            said.getBytes(StandardCharsets.UTF_8));
        for (Path file : List.of(in, out, err)) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** What a command prints, to make cases of; none itself. */
    String print(String command) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      call(line(command, MADE), 120, out, new ByteArrayOutputStream());
      return out.toString(StandardCharsets.UTF_8);
    }

    private record Line(List<String> arguments, byte[] in) {}

    private Line line(String command, Path folder) {
      String[] parts = command.split("<", 2);
      List<String> arguments =
          Arrays.stream(parts[0].trim().split("\\s+"))
              .filter(each -> !each.isEmpty())
              .map(each -> renamed.toOld(each.replace("%20", " ")).replace("OUT/", folder + "/"))
              .toList();
      try {
        return new Line(
            arguments,
            parts.length == 1 ? new byte[0] : Files.readAllBytes(Path.of(parts[1].trim())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Calls the command line; a crash is a result like others. */
    private String call(Line line, int width, OutputStream out, OutputStream err) {
      List<OutputStream> streams = new ArrayList<>(List.of(out, err));
      Object[] values =
          Arrays.stream(entry.getParameterTypes())
              .map(
                  type -> {
                    if (type == InputStream.class) {
                      return new ByteArrayInputStream(line.in());
                    } else if (type == OutputStream.class) {
                      return streams.remove(0);
                    } else if (type == int.class) {
                      return width;
                    } else if (type == boolean.class) {
                      return false; // no terminal
                    } else if (type.isRecord()) {
                      return noTerminals(type);
                    } else if (type == String[].class) {
                      return line.arguments().toArray(new String[0]);
                    }
                    throw new IllegalStateException("what to give to " + entry + " is unknown");
                  })
              .toArray();
      try {
        return entry.invoke(null, values).toString();
      } catch (ReflectiveOperationException e) {
        return String.valueOf(e.getCause());
      }
    }

    /** A record of what is a terminal: nothing is. */
    private static Object noTerminals(Class<?> type) {
      try {
        Constructor<?> made = type.getDeclaredConstructors()[0];
        made.setAccessible(true);
        Object[] values = new Object[made.getParameterCount()];
        Arrays.fill(values, false);
        return made.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("what to give to " + type + " is unknown", e);
      }
    }

    private Path folder() {
      try {
        made++;
        return Files.createDirectory(MADE.resolve("%05d".formatted(made)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static byte[] bytes(ByteArrayOutputStream stream) {
      return stream.toByteArray();
    }

    private static void write(Path folder, String command, String code, byte[] out, byte[] err) {
      try (OutputStream file = Files.newOutputStream(folder.resolve(PRINTED))) {
        file.write(
            ("tierwise " + command + "\nexit code " + code + "\nstandard output:\n")
                .getBytes(StandardCharsets.UTF_8));
        file.write(out);
        file.write("\nstandard error:\n".getBytes(StandardCharsets.UTF_8));
        file.write(err);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  // ---------------------------------------------------------------------------------------------

  /** What two runs wrote, file by file. */
  private record Comparison(Path old, Path now, Renamed renamed) {

    private static final int LINES = 3;
    private static final int BEFORE = 40;
    private static final int LENGTH = 160;

    /** Prints each difference, and tells the exit code. */
    int run() throws IOException {
      Set<Path> files = new TreeSet<>(files(old));
      files.addAll(files(now));
      long cases = files.stream().filter(file -> file.endsWith(PRINTED)).count();
      if (cases == 0) {
        throw new IllegalStateException("no case was run");
      }
      int different = 0;
      for (Path file : files) {
        byte[] before = bytes(old.resolve(file));
        byte[] after = bytes(now.resolve(file));
        if (!Arrays.equals(before, after) && show(file, text(before), text(after))) {
          different++;
        }
      }
      if (different > 0) {
        System.out.printf("%d of %d files of %d cases differ%n", different, files.size(), cases);
      }
      return different == 0 ? 0 : 1;
    }

    private static Set<Path> files(Path work) throws IOException {
      Path root = work.resolve(MADE);
      try (Stream<Path> all = Files.walk(root)) {
        return all.filter(Files::isRegularFile)
            .map(work::relativize)
            .collect(Collectors.toCollection(TreeSet::new));
      }
    }

    private static byte[] bytes(Path file) throws IOException {
      return Files.exists(file)
          ? Files.readAllBytes(file)
          : "(no such file)".getBytes(StandardCharsets.UTF_8);
    }

    /** Each byte a character, so that none is lost. */
    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Shows how two texts differ, if they still do when what must differ is put aside. */
    private boolean show(Path file, String before, String after) throws IOException {
      // The versions of two revisions may be two.
      String version = Files.readString(old.resolve("version"));
      String given = before.replace(version, Files.readString(now.resolve("version")));
      if (given.equals(after)) {
        return false;
      }
      // A word of another length breaks lines elsewhere, and help sorts options by their names:
      // such
      // texts are compared word by word.
      String words = renamed.toNew(given);
      boolean sorted = command(file).matches(".* (--help|-h) .*");
      if (!words.equals(given) && words(words, sorted).equals(words(after, sorted))) {
        return false;
      }
      System.out.println(command(file));
      if (!file.endsWith(PRINTED)) {
        System.out.println("  " + file.getFileName());
      }
      lines(words, after);
      return true;
    }

    private String command(Path file) throws IOException {
      Path printed = now.resolve(file).resolveSibling(PRINTED);
      if (!Files.exists(printed)) {
        printed = old.resolve(file).resolveSibling(PRINTED);
      }
      return text(Files.readAllBytes(printed)).lines().findFirst().orElse("");
    }

    private static List<String> words(String text, boolean sorted) {
      Stream<String> words = Arrays.stream(text.split("\\s+"));
      return (sorted ? words.sorted() : words).toList();
    }

    private static void lines(String before, String after) {
      List<String> a = Arrays.asList(before.split("\n", -1));
      List<String> b = Arrays.asList(after.split("\n", -1));
      int from = 0;
      while (from < Math.min(a.size(), b.size()) && a.get(from).equals(b.get(from))) {
        from++;
      }
      int same = 0;
      while (same < Math.min(a.size(), b.size()) - from
          && a.get(a.size() - 1 - same).equals(b.get(b.size() - 1 - same))) {
        same++;
      }
      List<String> gone = a.subList(from, a.size() - same);
      List<String> come = b.subList(from, b.size() - same);
      int column = 0;
      if (!gone.isEmpty() && !come.isEmpty()) {
        String first = gone.get(0);
        String second = come.get(0);
        while (column < Math.min(first.length(), second.length())
            && first.charAt(column) == second.charAt(column)) {
          column++;
        }
      }
      // A line may be a whole page.
      int start = Math.max(0, column - BEFORE) < LENGTH / 2 ? 0 : column - BEFORE;
      print("  - ", gone, start);
      print("  + ", come, start);
    }

    private static void print(String sign, List<String> lines, int start) {
      for (String line : lines.subList(0, Math.min(LINES, lines.size()))) {
        String part =
            line.substring(Math.min(start, line.length()), Math.min(start + LENGTH, line.length()));
        System.out.println(
            sign
                + (start > 0 ? "..." : "")
                + new String(part.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
      }
    }
  }

  // ---------------------------------------------------------------------------------------------

  /** Old words and new ones. */
  private record Renamed(List<String[]> words) {

    static Renamed read(Path table) throws IOException {
      return new Renamed(
          Files.readAllLines(table).stream()
              .filter(line -> !line.isBlank())
              .map(line -> line.trim().split("\\s+", 2))
              .toList());
    }

    String toOld(String text) {
      String result = text;
      for (String[] pair : words) {
        result = replace(result, pair[1], pair[0]);
      }
      return result;
    }

    String toNew(String text) {
      String result = text;
      for (String[] pair : words) {
        result = replace(result, pair[0], pair[1]);
      }
      return result;
    }

    /** Whole words only. */
    private static String replace(String text, String word, String other) {
      return Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
          .matcher(text)
          .replaceAll(Matcher.quoteReplacement(other));
    }
  }
}
