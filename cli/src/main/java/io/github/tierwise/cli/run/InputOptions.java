package io.github.tierwise.cli.run;

import io.github.tierwise.cli.write.CsvText;
import io.github.tierwise.cli.write.WholeFile;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.AccountReader;
import io.github.tierwise.files.accounts.AccountSink;
import io.github.tierwise.files.accounts.ReadOptions;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.LostName;
import io.github.tierwise.files.cells.NearestName;
import io.github.tierwise.files.cells.Times;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.ColumnReading;
import io.github.tierwise.files.columns.PlatformNames;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Platform;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The table that is read, and how. */
public final class InputOptions {

  @Parameters(paramLabel = "FILE", arity = "1..*")
  List<String> paths = new ArrayList<>();

  @Option(names = "--platform", paramLabel = "NAME", completionCandidates = PlatformIds.class)
  Optional<Platform> platform = Optional.empty();

  @Option(names = "--map", paramLabel = "FIELD=COLUMN")
  List<ColumnMapping> mappings = new ArrayList<>();

  @Option(names = "--as", paramLabel = "FIELD=READING")
  List<ColumnReading> readings = new ArrayList<>();

  @Option(names = "--header", paramLabel = "LINE")
  long header;

  @Option(names = "--sheet", paramLabel = "NAME")
  Optional<String> sheet = Optional.empty();

  @Option(names = "--encoding", paramLabel = "NAME")
  Optional<Charset> encoding = Optional.empty();

  @Option(names = "--rejects", paramLabel = "REJECTS")
  Optional<Path> rejects = Optional.empty();

  @Option(names = "--max-rejects", paramLabel = "N")
  int maxRejects = Integer.MAX_VALUE;

  @Option(names = "--strict")
  boolean strict;

  @Option(names = "--posts", paramLabel = "POSTS")
  List<String> posts = new ArrayList<>();

  @Option(names = "--counted-at", paramLabel = "TIME")
  Optional<Instant> countedAt = Optional.empty();

  @Option(names = "--peers", paramLabel = "PEERS")
  Optional<String> peers = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  /** Reads a place to write to. */
  public static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "path must be one that this system has, was \""
              + text
              + '"'
              + LostName.hint(text, "write it as > FILE"));
    }
  }

  /** Finds a platform by the names that people use. */
  public static Platform platform(String name) {
    return PlatformNames.named(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "platform must be %s, was \"%s\"".formatted(PlatformNames.offered(), name)));
  }

  /** Finds an encoding by its name. */
  public static Charset encoding(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "encoding must be one that this Java has, was \"%s\"%s"
              .formatted(name, NearestName.hint(name, Charset.availableCharsets().keySet())));
    }
  }

  /** Reads {@code FIELD=COLUMN}. */
  public static ColumnMapping mapping(String text) {
    try {
      return ColumnMapping.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** Reads {@code FIELD=READING}. */
  public static ColumnReading reading(String text) {
    try {
      return ColumnReading.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** Reads a moment. */
  public static Instant time(String text) {
    return Times.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "time must be %s, was \"%s\"".formatted(Times.OFFERED, text)));
  }

  /** The files that are read. */
  public List<String> files() {
    List<String> files = new ArrayList<>(paths);
    files.addAll(posts);
    peers.ifPresent(files::add);
    return files;
  }

  /** The files that are read, the brand's too. */
  public List<String> files(String brand) {
    List<String> files = files();
    files.add(brand);
    return files;
  }

  /**
   * Checks where a command writes, before anything is read.
   *
   * @param inputs what it reads
   * @param outputs where it writes besides the rejects, by option
   */
  public void checkOutputs(
      CommandSpec spec, List<String> inputs, Map<String, Optional<Path>> outputs) {
    Usage.check(spec, maxRejects >= 0, "--max-rejects must be >= 0, was " + maxRejects);
    Map<String, Optional<Path>> all = new HashMap<>(outputs);
    all.put("--rejects", rejects);
    OutputPaths.check(spec, inputs, all);
  }

  /** Writes the rows that could not be read, if they are wanted. */
  public void writeRejects(AccountList accounts) {
    rejects.ifPresent(
        path ->
            WholeFile.write(
                "--rejects",
                path,
                CsvText.rejects(accounts.rejects(), accounts.files().size() > 1)));
  }

  /** Standard input can be read once: it is a table or the brand. */
  public void checkBrand(String brand, CommandSpec spec) {
    boolean twice = brand.equals("-") && files().contains("-");
    Usage.check(spec, !twice, "only one of FILE and --brand must be -, were both");
  }

  /** Learns from the peers, if there are some. */
  public Peers peers(Session session) {
    checkFiles();
    if (peers.isEmpty()) {
      return Peers.none();
    }
    Source source = Source.read(peers.get(), session.in(), encoding);
    try (Progress progress = progress(session, List.of(source))) {
      AccountList known =
          AccountReader.readPeers(
              source,
              new ReadOptions(platform, mappings, "", Optional.empty(), Map.of())
                  .with(readings, 0)
                  .rejecting(maxRejects),
              progress);
      checkStrict(known);
      return Peers.of(known);
    }
  }

  /** The accounts, and behind them the tables of posts. */
  public List<Source> sources(Session session) {
    List<Source> sources = new ArrayList<>();
    paths.forEach(path -> sources.add(Source.read(path, session.in(), encoding)));
    posts.forEach(path -> sources.add(Source.read(path, session.in(), encoding)));
    return sources;
  }

  public AccountList read(Session session, String currency, Peers learnt) {
    return read(session, sources(session), currency, learnt);
  }

  public AccountList read(Session session, List<Source> sources, String currency, Peers learnt) {
    try (Progress progress = progress(session, sources)) {
      return checked(
          AccountReader.read(
              sources.subList(0, paths.size()),
              sources.subList(paths.size(), sources.size()),
              options(currency, learnt),
              progress),
          learnt);
    }
  }

  /** Whether nothing but one table is read, so that nobody has to hold its accounts. */
  public boolean isOneTable() {
    return posts.isEmpty() && peers.isEmpty();
  }

  /** Whether the table can be read again; from a pipe it comes once. */
  public boolean isReadAgain() {
    return !isOneTable() || paths.stream().allMatch(path -> new File(path).isFile());
  }

  /** Reads one table, and hands its accounts on. */
  public AccountList pass(Session session, String currency, AccountSink<?> sink) {
    return pass(session, sources(session), currency, sink);
  }

  /** Reads the one table that {@link #sources} has, and hands its accounts on. */
  public AccountList pass(
      Session session, List<Source> sources, String currency, AccountSink<?> sink) {
    if (rejects.isEmpty()) {
      // Nothing of them will be read again.
      sources.forEach(Source::once);
    }
    try (Progress progress = progress(session, sources)) {
      return checked(
          AccountReader.pass(sources, options(currency, Peers.none()), progress, sink),
          Peers.none());
    }
  }

  private AccountList checked(AccountList accounts, Peers learnt) {
    checkReadings(accounts, learnt);
    checkStrict(accounts);
    return accounts;
  }

  /** Whether the caller wants no table of which something is only assumed, and this is one. */
  public boolean refuses(AccountList accounts) {
    return strict && !accounts.assumptions().isEmpty();
  }

  /** Fails if the caller wants no assumptions and there are some. */
  public void checkStrict(AccountList accounts) {
    if (refuses(accounts)) {
      throw new InputException(
          "%s must be read without assumptions, since --strict is said, was with %d: %s"
              .formatted(
                  accounts.name(),
                  accounts.assumptions().size(),
                  String.join("; ", accounts.assumptions())));
    }
  }

  /** What the caller says of cells is never without effect. */
  private void checkReadings(AccountList accounts, Peers learnt) {
    for (ColumnReading reading : readings) {
      if (!accounts.readings().contains(reading) && !learnt.readings().contains(reading)) {
        throw new InputException(
            "--as %s must say how a column is read, and of %s none is read by it: tierwise check shows what each column is"
                .formatted(reading.text(), String.join(", ", names(accounts))));
      }
    }
  }

  private static List<String> names(AccountList accounts) {
    return accounts.uses().stream().map(AccountList.ColumnUse::table).distinct().toList();
  }

  /** Reads as far as can be, with the questions that are open. */
  public AccountList ask(Session session, CommandSpec spec) {
    Usage.check(
        spec, peers.isEmpty(), "--peers must go with a command that scores: check them as FILE");
    checkFiles();
    List<Source> sources = sources(session);
    try (Progress progress = progress(session, sources)) {
      AccountList accounts =
          AccountReader.read(
              sources.subList(0, paths.size()),
              sources.subList(paths.size(), sources.size()),
              options("", Peers.none()).askingOnly(),
              progress);
      if (accounts.questions().isEmpty()) {
        checkReadings(accounts, Peers.none());
      }
      return accounts;
    }
  }

  private Progress progress(Session session, List<Source> sources) {
    boolean quiet = command.commandLine().getParseResult().hasMatchedOption("--quiet");
    return session.progress(sources, !quiet);
  }

  private ReadOptions options(String currency, Peers learnt) {
    return new ReadOptions(platform, mappings, currency, countedAt, learnt.estimators())
        .with(readings, header, sheet)
        .rejecting(maxRejects);
  }

  /** Each file is read once: twice, and every post would be there twice. */
  private void checkFiles() {
    List<String> before = new ArrayList<>();
    for (String path : paths) {
      if (before.stream().anyMatch(other -> SameFile.test(other, path))) {
        throw new InputException(
            "each FILE must be another one than those before it, was \"" + path + '"');
      }
      before.add(path);
    }
    for (String path : posts) {
      if (before.stream().anyMatch(other -> SameFile.test(other, path))) {
        throw new InputException(
            "--posts must be another file than those before it, was \"" + path + '"');
      }
      before.add(path);
    }
    for (String path : before) {
      if (peers.isPresent() && SameFile.test(path, peers.get())) {
        throw new InputException(
            "--peers must be another file than the candidates', or an account is compared with"
                + " itself, was \""
                + path
                + '"');
      }
    }
  }
}
