package io.github.tierwise.cli.demo;

import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.QuietOption;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.score.ExplanationText;
import io.github.tierwise.cli.score.ListedScore;
import io.github.tierwise.cli.score.ScoreNotes;
import io.github.tierwise.cli.score.ScoreTable;
import io.github.tierwise.cli.score.ScoredList;
import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.write.Page;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.WholeFile;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.BrandFile;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.AccountReader;
import io.github.tierwise.files.accounts.ReadOptions;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.Scorer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the whole thing on a synthetic list, without any file. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {

  private static final int TOP = 10;

  private static final String EXAMPLES = "docs/examples";

  private final Session session;

  @Mixin QuietOption quiet;

  @Option(names = "--write", paramLabel = "FILE")
  Optional<Path> write = Optional.empty();

  /** How many accounts are written; a long list is for measuring. */
  @Option(names = "--accounts", hidden = true)
  int accounts = SampleData.ACCOUNTS;

  public DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (write.isPresent()) {
      WholeFile.write("--write", write.get(), SampleData.csv(accounts));
      return ExitCode.OK;
    }
    Source list =
        Source.of("the synthetic list", SampleData.csv().getBytes(StandardCharsets.UTF_8));
    Brand small = example("small-brand.toml");
    Brand large = example("brand.toml");
    AccountList reading =
        AccountReader.read(
            list,
            new ReadOptions(Optional.empty(), List.of(), small.profile().currency()),
            rows -> {});
    ScoredList forSmall = ScoredList.of(small.scorer(), reading.profiles(), TOP);
    ScoredList forLarge = ScoredList.of(large.scorer(), reading.profiles(), TOP);
    say(
        "%d invented accounts on Instagram, TikTok and YouTube, made around published benchmarks: nobody in this list exists. Two brands look at it."
            .formatted(reading.profiles().size()));
    list("A small company that wants to sell", small, forSmall);
    list("A corporation that wants to be seen", large, forLarge);
    difference(forSmall, forLarge);
    forSmall.best().stream().findFirst().ifPresent(first -> explanation(forSmall, first));
    next(forSmall);
    return ExitCode.OK;
  }

  /** The brand files of the documentation, so that these are tried in every run. */
  public static Brand example(String name) {
    String text = Page.resource(DemoCommand.class, "/examples/" + name);
    return BrandFile.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void list(String title, Brand brand, ScoredList scoring) {
    session.out().println();
    say(title + ": " + brand.profile());
    session.out().println();
    session.out().print(ScoreTable.text(scoring.best().stream(), session.width()));
  }

  private void difference(ScoredList small, ScoredList large) {
    Set<String> both = new HashSet<>(ids(small));
    both.retainAll(ids(large));
    session.out().println();
    say(
        "Of %d and %d accounts, %d are on both lists. The answers of the brands became these weights:"
            .formatted(small.best().size(), large.best().size(), both.size()));
    session.out().println();
    List<Scorer.Weight> first = small.scorer().weights();
    List<Scorer.Weight> second = large.scorer().weights();
    Section<Integer> weights =
        Section.<Integer>of("Weights", IntStream.range(0, first.size()).boxed().toList())
            .text("criterion", 20, i -> first.get(i).criterion())
            .text("small", 8, i -> ScoreNotes.points(first.get(i).points()))
            .right()
            .text("large", 8, i -> ScoreNotes.points(second.get(i).points()))
            .right()
            .text(
                "why: everybody starts at 2, then small | large",
                200,
                i -> moves(first.get(i)) + " | " + moves(second.get(i)));
    session.out().print(weights.text(session.width()));
  }

  /** What moved a weight from where everybody starts. */
  private static String moves(Scorer.Weight weight) {
    int first = weight.why().indexOf(", ");
    return first < 0 ? "as it is" : weight.why().substring(first + 2);
  }

  private static List<String> ids(ScoredList scoring) {
    return scoring.best().stream().map(scored -> scored.score().id()).toList();
  }

  private void explanation(ScoredList scoring, ListedScore first) {
    Influencer account = first.account();
    session.out().println();
    say("Why %s is first for the small company:".formatted(account.id()));
    session.out().println();
    session.out().print(ExplanationText.of(scoring.scorer().explain(account), 1, session.width()));
    session.out().print(ExplanationText.flags(first.score()));
  }

  private void next(ScoredList small) {
    List<String> ids = ids(small);
    String command = word(System.getProperty("tierwise.command", "tierwise"));
    String files =
        word(examples() + "/influencers.csv")
            + " --brand "
            + word(examples() + "/small-brand.toml");
    session.out().println();
    session.out().println("Next, with these files or your own:");
    session.out().printf("  %s score %s\n", command, files);
    session
        .out()
        .printf("  %s explain %s --id %s --against %s\n", command, files, ids.get(0), ids.get(1));
  }

  /** A path as one word of a shell. */
  private static String word(String path) {
    return path.contains(" ") ? '"' + path + '"' : path;
  }

  /** Where the examples lie, seen from the folder in which the caller is. */
  private static String examples() {
    String home = System.getProperty("tierwise.home", "");
    Path here = Path.of("").toAbsolutePath();
    return home.isEmpty()
        ? EXAMPLES
        : here.relativize(Path.of(home, EXAMPLES).toAbsolutePath()).toString();
  }

  private void say(String text) {
    Display.wrap(text, session.width()).forEach(session.out()::println);
  }
}
