package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.demo.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the commands of a page as a shell would, in this process and in a folder of its own. */
final class Commands {

  /**
   * A command that is not run here.
   *
   * @param command what it looks like
   * @param why why not, and who runs it
   */
  private record NotRun(Pattern command, String why) {

    static NotRun of(String command, String why) {
      return new NotRun(Pattern.compile(command), why);
    }
  }

  /** Every command that a page may show without its being run here; nothing else is left out. */
  private static final List<NotRun> NOT_RUN =
      List.of(
          NotRun.of("mvn .*", "this very build, or one of a reader's project"),
          NotRun.of("bash \\.ci/run", "runs this very build"),
          NotRun.of("benchmarks/run( --\\w+)*", "takes minutes; its time is no test"),
          NotRun.of("java .*-jar benchmarks/target/benchmarks\\.jar .*", "takes minutes, likewise"),
          NotRun.of("release/[a-z-]+( .*)?", "builds and checks the bundle of a release"),
          NotRun.of("(git|gpg|export) .*", "of other programs"),
          NotRun.of(
              "R=\\.\\./shared/.*|.*(\\$R|\\.\\./shared/data/real)/.*",
              "lists of other people: ComparingDefinitionsPageTest and ForetellingPageTest run"
                  + " them where they are"),
          NotRun.of(
              "\\./tierwise demo --write \\w+\\.csv --accounts 1000000",
              "a list of a hundred megabytes"),
          NotRun.of("time .*\\./tierwise .* million\\.csv .*", "that list, and its time"));

  /** A command of ours, with what it does to a file that it reads before. */
  private static final Pattern TIERWISE =
      Pattern.compile("(?:sed 's/(.*)/(.*)/' (\\S+) \\| )?(?:\\./)?tierwise (.*?)(?: > (\\S+))?");

  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");
  private static final Pattern FILE = Pattern.compile("(?:--[\\w-]+=)?([^-=][^=]*\\.\\w{3,4})");
  private static final Pattern MODULES = Pattern.compile(" -pl ([\\w,-]+)");

  private final Path folder;
  private boolean ran;

  Commands(Path folder) {
    this.folder = folder;
  }

  /** The commands of a block, one a line unless a line ends in a backslash. */
  static List<String> of(PageText.Block block) {
    return block
        .text()
        .replaceAll("\\\\\n\\s*", "")
        .lines()
        .map(line -> line.replaceFirst("(^|\\s+)#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Whether the last block of commands was run, all of it. */
  boolean ran() {
    return ran;
  }

  /** Runs a block; what it says of its inputs and, after that, its output. */
  String run(PageText page, PageText.Block block) throws IOException {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    ran = true;
    for (String command : of(block)) {
      Optional<NotRun> not =
          NOT_RUN.stream().filter(each -> each.command().matcher(command).matches()).findFirst();
      if (not.isPresent()) {
        ran = false;
        checkNames(command);
      } else {
        run(page.at(block), command, out, err);
      }
    }
    return err.append(out).toString();
  }

  /** Of a command that is not run, what it names exists. */
  private static void checkNames(String command) {
    Matcher modules = MODULES.matcher(command);
    if (modules.find()) {
      for (String module : modules.group(1).split(",", -1)) {
        assertTrue(Files.exists(PageText.ROOT.resolve(module).resolve("pom.xml")), command);
      }
    }
    Matcher script =
        Pattern.compile("(?:bash )?((?:\\.ci|benchmarks|release)/\\S+).*").matcher(command);
    if (script.matches()) {
      assertTrue(Files.isExecutable(PageText.ROOT.resolve(script.group(1))), command);
    }
  }

  private void run(String at, String command, StringBuilder out, StringBuilder err)
      throws IOException {
    Matcher ours = TIERWISE.matcher(command);
    assertTrue(ours.matches(), () -> at + " must be a command that is run or listed: " + command);
    String in = "";
    if (ours.group(1) != null) {
      String file = Files.readString(file(ours.group(3)));
      in = file.replaceAll(ours.group(1), ours.group(2));
      assertNotEquals(file, in, at);
    }
    Run run = Run.withInput(in, arguments(ours.group(4)));
    assertEquals(0, run.code(), () -> at + ": " + command + "\n" + run.err());
    if (ours.group(5) == null) {
      out.append(shown(run.out()));
    } else {
      Files.writeString(file(ours.group(5)), run.out());
    }
    err.append(shown(run.err()));
  }

  /** Paths as the reader sees them. */
  private String shown(String text) {
    return text.replace(folder + "/", "").replace("../docs/", "docs/");
  }

  private String[] arguments(String line) throws IOException {
    List<String> arguments = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String each = word.group().replace("\"", "");
      Matcher file = FILE.matcher(each);
      arguments.add(
          file.matches() ? each.replace(file.group(1), file(file.group(1)).toString()) : each);
    }
    return arguments.toArray(String[]::new);
  }

  /** A file of the repository, of the page, or one that a reader brings. */
  private Path file(String name) throws IOException {
    if (name.startsWith("docs/")) {
      return PageText.ROOT.resolve(name);
    }
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      switch (name) {
        case "accounts.csv", "candidates.csv" -> Files.writeString(file, SampleData.csv());
        case "known.csv" -> Files.writeString(file, SampleData.csv(400).toText());
        case "posts.csv" -> Files.writeString(file, posts());
        case "marked-posts.csv" -> Files.writeString(file, marked(posts()));
        case "brand.toml" ->
            Files.copy(PageText.ROOT.resolve("docs/examples/small-brand.toml"), file);
        default -> {} // written by the command
      }
    }
    return file;
  }

  /** The same, the third of each account sponsored. */
  private static String marked(String posts) {
    StringBuilder marked = new StringBuilder();
    posts
        .lines()
        .forEach(
            row ->
                marked
                    .append(row)
                    .append(
                        row.startsWith("username") ? ",is_ad" : row.contains("-13T") ? ",1" : ",0")
                    .append('\n'));
    return marked.toString();
  }

  /** Five posts, a day apart, of each account of the synthetic list. */
  private static String posts() {
    Random random = new Random(1);
    StringBuilder posts = new StringBuilder("username,time,likes,comments\n");
    for (int account = 1; account <= SampleData.ACCOUNTS; account++) {
      double typical = 100 * Math.pow(2, 3 * random.nextGaussian());
      for (int day = 1; day <= 5; day++) {
        posts.append(
            String.format(
                Locale.ROOT,
                "synthetic-%04d,2026-11-%02dT12:00:00Z,%.0f,%.0f%n",
                account,
                day + 10,
                typical * Math.pow(2, random.nextGaussian()),
                typical / 20));
      }
    }
    return posts.toString();
  }
}
