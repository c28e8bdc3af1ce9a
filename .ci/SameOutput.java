import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the cases of {@code .ci/same-output} with the command line on the class path, or compares what
 * two such runs wrote.
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

  /** The cases, in words of the checkout. */
  private static final class Cases {

    private static final String EXAMPLE = "examples/influencers.csv";
    private static final String BRANDS = "{examples/brand.toml|examples/small-brand.toml}";
    private static final String FORMATS = "--format {table|csv|json}";
    private static final String QUIET = "{|--quiet}";

    private static final int[] USUAL = {120};
    private static final int[] NARROW = {80};
    private static final int[] WIDE = {240};
    private static final int[] WIDTHS = {80, 120, 240};

    private final Runner runner;

    Cases(Runner runner) {
      this.runner = runner;
    }

    void run() throws IOException {
      help();
      wrong();
      tiers();
      demo();
      example();
      more();
      table(EXAMPLE, "");
      processes();
      for (Path file : below("real")) {
        if (file.toString().endsWith(".csv")) {
          table(file.toString(), "");
        }
      }
      if (Files.exists(Path.of("real"))) {
        joined();
      }
      for (Path folder : below("cases")) {
        if (Files.exists(folder.resolve("input.csv"))) {
          small(folder);
        }
      }
    }

    private void help() {
      at(WIDTHS, "{|--help|--version|help|score|explain|plan|compare|tiers|backtest|demo}");
      at(WIDTHS, "{score|explain|plan|compare|tiers|backtest|demo} {--help|-h|--version}");
      at(WIDTHS, "tiers show {|--help|-h|--version}");
    }

    /** What is refused, and how that is said. */
    private void wrong() {
      at(USUAL, "{scor|--nothing|score --nothing|explain --nothing|plan --nothing|tiers --nothing}");
      at(USUAL, "{compare --nothing|backtest --nothing|demo --nothing|demo too much|tiers 1 2}");
      String scored = "{score|plan} " + EXAMPLE + " ";
      at(NARROW, "{score|plan|explain --id a|compare|backtest} missing.csv --brand examples/brand.toml");
      at(NARROW, "{score|plan|compare|backtest|explain --id a} {missing.csv|examples|" + EXAMPLE + "}");
      at(NARROW, scored + "--brand {missing.toml|examples|" + EXAMPLE + "|-}");
      at(USUAL, scored + "--brand - < {examples/influencers.csv|examples/README.md}");
      at(USUAL, "{score|plan|compare|explain --id a} - --brand - < examples/brand.toml");
      at(USUAL, scored + "--brand examples/brand.toml --format {xml|CSV|}");
      at(USUAL, scored + "--brand examples/brand.toml --policy {none|Impact|forbs}");
      at(USUAL, scored + "--brand examples/brand.toml --platform {none|instagramm|}");
      at(USUAL, scored + "--brand examples/brand.toml --map {id|id=none|none=id|id=#99|followers=#1|=}");
      at(USUAL, scored + "--brand examples/brand.toml --counted-at {yesterday|2020-13-01}");
      at(USUAL, scored + "--brand examples/brand.toml --posts {missing.csv|" + EXAMPLE + "|examples}");
      at(USUAL, scored + "--brand examples/brand.toml --peers {missing.csv|" + EXAMPLE + "|examples}");
      at(USUAL, scored + "--brand examples/brand.toml --out {" + EXAMPLE + "|missing/out.csv|examples}");
      at(USUAL, scored + "--brand examples/brand.toml --brand examples/brand.toml");
      at(USUAL, "score " + EXAMPLE + " --brand examples/brand.toml --top {-1|x|1.5|}");
      at(
          USUAL,
          "score "
              + EXAMPLE
              + " --brand examples/brand.toml --rejects {missing/out.csv|examples/brand.toml}");
      at(USUAL, "score " + EXAMPLE + " --brand examples/brand.toml --out OUT/a --rejects OUT/a");
      at(USUAL, "plan " + EXAMPLE + " --brand examples/brand.toml --out OUT/a --report OUT/a");
      at(USUAL, "plan " + EXAMPLE + " --brand examples/brand.toml --budget {0|-1|x|1e99}");
      at(USUAL, "plan " + EXAMPLE + " --brand examples/brand.toml --max-people {0|-1|x}");
      at(USUAL, "plan " + EXAMPLE + " --brand examples/brand.toml --universe {0|-1|10|x}");
      at(
          USUAL,
          "plan "
              + EXAMPLE
              + " --brand examples/brand.toml {--at-least|--at-most} {micro|micro=-1|small=1|micro=x}");
      at(USUAL, "plan " + EXAMPLE + " --brand examples/brand.toml --at-most micro=1 --at-most micro=2");
      at(USUAL, "plan " + EXAMPLE + " --brand examples/brand.toml --at-least micro=2 --at-most micro=1");
      at(USUAL, "plan " + EXAMPLE + " --brand examples/brand.toml --at-least mega=500");
      at(USUAL, "plan " + EXAMPLE + " --brand examples/brand.toml {--include|--exclude|--why-not} nobody");
      at(USUAL, "explain " + EXAMPLE + " --id {nobody|synthetic-271|SYNTHETIC-0271|@synthetic-0271}");
      at(USUAL, "explain " + EXAMPLE + " --id synthetic-0271 --against {nobody|synthetic-0271}");
      at(USUAL, "explain " + EXAMPLE + " --id synthetic-0271 {--depth -1|--depth x|--format csv}");
      at(USUAL, "compare " + EXAMPLE + " --definitions {impact|impact,impact|impact,none|}");
      at(USUAL, "compare " + EXAMPLE + " {--all --definitions impact,forbes|--top 0|--label small}");
      at(USUAL, "compare " + EXAMPLE + " --report {" + EXAMPLE + "|missing/report.html|examples}");
      at(USUAL, "tiers {x|-1|1e99|forbes|1,00|48..2k|NaN} " + FORMATS);
      at(USUAL, "tiers {show none|show forbs|show forbes --format xml|5 --edge middle|--platform none}");
      at(USUAL, "demo --write {missing/demo.csv|examples}");
    }

    private void tiers() throws IOException {
      at(WIDTHS, "tiers {|--platform instagram|--platform youtube} " + FORMATS);
      at(WIDTHS, "tiers {0|48200|48.2k|100,000|1M|3000000|25e6} --edge {upper|lower} " + FORMATS);
      at(USUAL, "tiers {999|10000|5m} --platform {instagram|tiktok|youtube|x|twitch} " + FORMATS);
      List<String> ids = new ArrayList<>();
      runner.print("tiers --format csv").lines().skip(1).forEach(line -> ids.add(line.split(",")[0]));
      for (String id : new TreeSet<>(ids)) {
        at(USUAL, "tiers show " + id + " " + FORMATS);
        at(NARROW, "tiers show " + id);
      }
    }

    private void demo() {
      at(WIDTHS, "demo");
      at(USUAL, "demo --write OUT/demo.csv");
      at(USUAL, "demo --write OUT/demo.csv --accounts {0|1|5000}");
    }

    /** All commands on the example, in every combination. */
    private void example() {
      String of = EXAMPLE + " ";
      String brand = "--brand " + BRANDS + " ";
      at(WIDTHS, "score " + of + brand + FORMATS + " " + QUIET);
      at(USUAL, "score " + of + brand + "--top {0|3} " + FORMATS + " --quiet --policy iab-uk");
      at(WIDTHS, "compare " + of + FORMATS + " " + QUIET);
      at(WIDTHS, "compare " + of + "--label {nano|micro|mid|macro|mega} --quiet");
      at(NARROW, "compare " + of + "--definitions {impact,forbes,iab-uk|iab-uk,forbes} " + FORMATS);
      at(USUAL, "compare " + of + brand + "{|--top 5} " + FORMATS);
      at(WIDTHS, "plan " + of + brand + FORMATS + " " + QUIET);
      at(USUAL, "plan " + of + brand + "--budget {20|20000} --max-people 5 --policy forbes --quiet");
      at(USUAL, "plan " + of + brand + "--at-least {nano|micro|mid|macro|mega}=1 --quiet");
      at(USUAL, "plan " + of + brand + "--frontier " + FORMATS);
      String id = "--id {synthetic-0271|synthetic-0282|synthetic-0001} ";
      at(WIDTHS, "explain " + of + id + "{|" + brand + "} --depth {0|2|9} --quiet");
      at(USUAL, "explain " + of + id + brand + " --against synthetic-0191 --format {text|json}");
    }

    /** All commands on a table: each format, width and option, but not each with each. */
    private void table(String file, String options) {
      String of = file + " " + options + " ";
      String brand = "--brand examples/brand.toml ";
      String small = "--brand examples/small-brand.toml ";
      at(USUAL, "score " + of + brand + FORMATS + " " + QUIET);
      at(USUAL, "score " + of + brand + "--top 0 " + FORMATS + " --out OUT/scores --rejects OUT/rejects");
      at(NARROW, "score " + of + small + "--policy iab-uk");
      at(WIDE, "score " + of + small + "--top 100");
      at(USUAL, "score " + of + brand + "--platform {instagram|tiktok|youtube}");
      at(USUAL, "score - " + options + " " + small + "--platform youtube --format csv < " + file);

      at(USUAL, "compare " + of + FORMATS + " " + QUIET);
      at(NARROW, "compare " + of + "{--all|--label macro} --quiet");
      at(USUAL, "compare " + of + "--all --format {csv|json} --quiet");
      at(WIDE, "compare " + of + "--definitions impact,forbes,iab-uk --label mid");
      at(USUAL, "compare " + of + brand + FORMATS + " --quiet");
      at(USUAL, "compare " + of + small + "--report OUT/report.html");
      at(USUAL, "compare " + of + "--report OUT/report.html --all --quiet --label macro");
      at(USUAL, "compare - " + options + " --platform tiktok --format json < " + file);

      at(USUAL, "plan " + of + brand + FORMATS + " " + QUIET);
      at(NARROW, "plan " + of + small + "--frontier");
      at(USUAL, "plan " + of + brand + "--frontier --format {csv|json} --quiet");
      at(USUAL, "plan " + of + small + "--report OUT/report.html --out OUT/deal --format json");
      at(WIDE, "plan " + of + brand + "--report OUT/report.html --universe 50000000");
      at(USUAL, "plan " + of + brand + "--budget 20000 --max-people 5 --at-least micro=2 --policy forbes");
      at(USUAL, "plan " + of + small + "--at-most macro=1 --at-most nano=2 --universe 5000000 --quiet");
      at(USUAL, "plan " + of + small + "--conversions --format {table|json}");
      at(USUAL, "plan - " + options + " " + small + "--platform instagram < " + file);

      List<String> ids = ids(of);
      if (!ids.isEmpty()) {
        String best = ids.get(0);
        String last = ids.get(ids.size() - 1);
        at(USUAL, "explain " + of + "--id {" + String.join("|", ids) + "} " + brand + "--depth 9");
        at(NARROW, "explain " + of + "--id " + last + " --quiet");
        at(WIDE, "explain " + of + "--id " + best + " " + small + "--depth 0");
        at(USUAL, "explain " + of + "--id {" + best + "|" + last + "} " + small + "--format json");
        at(
            USUAL,
            "explain " + of + "--id " + best + " --against " + last + " " + brand + "--format {text|json}");
        at(USUAL, "plan " + of + brand + "--why-not " + best + " --why-not " + last + " --quiet");
        at(
            USUAL,
            "plan " + of + small + "--include " + last + " --exclude " + best + " --quiet --format {csv|json}");
      }
      at(NARROW, "backtest " + of);
      at(USUAL, "backtest " + of + "{--seed 7|--min-age 3}");
    }

    /** The best, the middle and the last account of a table. */
    private List<String> ids(String of) {
      List<String> rows =
          runner
              .print("score " + of + "--brand examples/brand.toml --top 0 --format csv --quiet")
              .lines()
              .skip(1)
              .toList();
      if (rows.isEmpty()) {
        return List.of();
      }
      // The first column is the rank, the second the account.
      return Stream.of(0, rows.size() / 2, rows.size() - 1)
          .map(row -> rows.get(row).split(",", 3)[1])
          .filter(id -> id.matches("[\\w.@-]+"))
          .distinct()
          .toList();
    }

    /** What only the examples can show. */
    private void more() {
      String score = "score " + EXAMPLE + " --brand examples/small-brand.toml ";
      at(USUAL, score + "--map {price=-|likes=avg_comments|id=#1|country:US=#11|topic=-|saves=#6}");
      at(USUAL, score + "--map price=- --map clicks=- --map conversions=- " + FORMATS);
      at(USUAL, score + "--peers examples/README.md");
      at(USUAL, "score " + EXAMPLE + " --brand - < examples/small-brand.toml");
      at(USUAL, "backtest " + EXAMPLE + " --posts examples/README.md");
      for (String id : List.of("impact", "forbes", "iab-uk", "vassey-preprint")) {
        at(USUAL, score + "--policy " + id);
      }
    }

    /** Accounts with their posts, posts in several files, and peers. */
    private void joined() {
      for (String set : List.of("instafake", "instagram-coders")) {
        String posts = " --posts real/" + set + "-posts.csv ";
        table("real/" + set + "-accounts.csv", posts.trim());
      }
      table("real/tiktok2020-videos-1.csv", "--posts real/tiktok2020-videos-4.csv");
      String peers = " --peers real/tiktok2020-videos-top.csv ";
      at(NARROW, "{score|plan|compare} real/tiktok2020-videos-4.csv" + peers + "--brand " + BRANDS);
      at(USUAL, "backtest real/tiktok2020-videos-4.csv" + peers);
      at(
          USUAL,
          "explain real/tiktok2020-videos-4.csv --id {charlidamelio|zoelaverne|thetoiley}"
              + peers
              + "--brand "
              + BRANDS);
      at(
          USUAL,
          "{score|plan} real/tiktok2020-videos-4.csv --counted-at 2020-12-24T18:00:00Z --brand " + BRANDS);
      at(
          USUAL,
          "{score|plan|compare} real/facebook-ads-conversion.csv --platform facebook --map id=ad_id"
              + " --map views=Impressions --map price=Spent --map conversions=Approved_Conversion"
              + " --brand "
              + BRANDS);
    }

    /** A small table that shows one peculiarity. */
    private void small(Path folder) throws IOException {
      String of = folder.resolve("input.csv") + " ";
      Path posts = folder.resolve("posts.csv");
      if (Files.exists(posts)) {
        of += "--posts " + posts + " ";
      }
      String brands =
          below("cases/_brands").stream()
              .map(Path::toString)
              .filter(name -> name.endsWith(".toml"))
              .collect(Collectors.joining("|", "{", "}"));
      at(USUAL, "score " + of + "--brand " + brands + " " + FORMATS);
      at(NARROW, "score " + of + "--brand cases/_brands/plain.toml --policy forbes");
      at(
          USUAL,
          "score "
              + of
              + "--brand examples/brand.toml --platform {facebook|instagram|tiktok|youtube} --top 0"
              + " --format csv --rejects OUT/rejects");
      at(USUAL, "plan " + of + "--brand " + brands);
      at(USUAL, "compare " + of + "--platform {instagram|tiktok} " + FORMATS);
      at(USUAL, "backtest " + of + "--platform tiktok");
      for (String id : ids(of)) {
        at(USUAL, "explain " + of + "--id " + id + " --brand examples/brand.toml --depth 9");
      }
    }

    /** What is set up before a command runs: the width of the terminal, the log, the streams. */
    private void processes() {
      for (String columns : List.of("", "40", "200")) {
        runner.start(columns, "score " + EXAMPLE + " --brand examples/brand.toml");
      }
      runner.start("", "compare - --verbose < " + EXAMPLE);
    }

    private void at(int[] widths, String template) {
      for (int width : widths) {
        for (String command : alternatives(template)) {
          runner.run(width, command);
        }
      }
    }

    /** Every choice of {@code {a|b|c}}, innermost braces first. */
    private static List<String> alternatives(String template) {
      Matcher braces = Pattern.compile("\\{([^{}]*)\\}").matcher(template);
      if (!braces.find()) {
        return List.of(template);
      }
      List<String> all = new ArrayList<>();
      for (String choice : braces.group(1).split("\\|", -1)) {
        all.addAll(
            alternatives(
                template.substring(0, braces.start()) + choice + template.substring(braces.end())));
      }
      return all;
    }

    private static List<Path> below(String folder) throws IOException {
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
     * @param command the arguments, {@code %20} for a blank in one, {@code OUT} for the folder of the
     *     case; then maybe {@code <} and what is standard input
     */
    void run(int width, String command) {
      Path folder = folder();
      Line line = line(command, folder);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      write(
          folder, command + "   (" + width + " wide)", call(line, width, out, err), bytes(out), bytes(err));
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
            command + "   (a Java of its own, COLUMNS=" + columns + ")",
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
        file.write(("tierwise " + command + "\nexit code " + code + "\nstandard output:\n").getBytes(StandardCharsets.UTF_8));
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
      return Files.exists(file) ? Files.readAllBytes(file) : "(no such file)".getBytes(StandardCharsets.UTF_8);
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
      // A word of another length breaks lines elsewhere: such texts are compared word by word.
      String words = renamed.toNew(given);
      if (!words.equals(given) && spaced(words).equals(spaced(after))) {
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

    private static String spaced(String text) {
      return text.replaceAll("\\s+", " ");
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
