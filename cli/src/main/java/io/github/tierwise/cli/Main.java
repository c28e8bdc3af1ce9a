package io.github.tierwise.cli;

import io.github.tierwise.cli.backtest.BacktestCommand;
import io.github.tierwise.cli.check.CheckCommand;
import io.github.tierwise.cli.compare.CompareCommand;
import io.github.tierwise.cli.demo.DemoCommand;
import io.github.tierwise.cli.plan.PlanCommand;
import io.github.tierwise.cli.plan.TierQuota;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.InputOptions;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.run.Usage;
import io.github.tierwise.cli.score.ExplainCommand;
import io.github.tierwise.cli.score.ScoreCommand;
import io.github.tierwise.cli.score.StabilityCommand;
import io.github.tierwise.cli.shell.ShellFilesCommand;
import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.tiers.TiersCommand;
import io.github.tierwise.cli.write.ClosedPipeException;
import io.github.tierwise.cli.write.Printer;
import io.github.tierwise.cli.write.StandardOutput;
import io.github.tierwise.cli.write.UnixFile;
import io.github.tierwise.cli.write.WriteFailure;
import io.github.tierwise.files.FileException;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.ColumnReading;
import io.github.tierwise.profile.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The command {@code tierwise}.
 *
 * @since 0.1.0
 */
@Command(
    name = "tierwise",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    resourceBundle = "io.github.tierwise.cli.help",
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {

  private static final int WIDTH = 120;
  private static final int NARROWEST = 80;
  private static final int WIDEST = 240;

  @Option(names = "--stacktrace", scope = ScopeType.INHERIT)
  boolean stacktrace;

  @Option(names = "--verbose", scope = ScopeType.INHERIT)
  boolean verbose;

  private Main() {}

  /** Tells the version from the manifest, so that it is written down once, and the commit. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"tierwise %s (%s)".formatted(version(), commit())};
    }

    /** What the build was told that it is made from. */
    private static String commit() {
      Properties build = new Properties();
      try (InputStream stream = Main.class.getResourceAsStream("build.properties")) {
        build.load(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String commit = build.getProperty("commit", "");
      return commit.isEmpty() ? "unknown commit" : "commit " + commit;
    }
  }

  /** The version by the manifest. */
  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /**
   * Runs a command and ends the Java that it runs in.
   *
   * @param args a command and its options; {@code --help} lists them
   */
  public static void main(String[] args) {
    if (Arrays.asList(args).contains("--verbose")) {
      // Before the first logger is made.
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    }
    // The same digits and words everywhere.
    Locale.setDefault(Locale.ROOT);
    Terminals terminals = new Terminals(isTerminal("/dev/stdout"), isTerminal("/dev/stderr"));
    System.exit(run(standardInput(), new StandardOutput(), System.err, width(), terminals, args));
  }

  /** Where it is closed, the first file that Java opened for itself has its number. */
  private static InputStream standardInput() {
    try {
      Path java = Path.of(System.getProperty("java.home")).toRealPath();
      if (Path.of("/dev/stdin").toRealPath().startsWith(java)) {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        return closed;
      }
    } catch (IOException e) {
      // A pipe has no path, nor is there such a name everywhere.
    }
    return System.in;
  }

  /** A console is where standard input is one too, so devices are asked for where there are. */
  @SuppressWarnings("SystemConsoleNull") // the launcher asks newer Javas for the old answer
  private static boolean isTerminal(String device) {
    Path path = Path.of(device);
    return Files.exists(path) ? UnixFile.isDevice(path) : System.console() != null;
  }

  /**
   * Who is a terminal.
   *
   * @param out whether standard output is
   * @param err whether standard error is
   */
  record Terminals(boolean out, boolean err) {
    static final Terminals NONE = new Terminals(false, false);
  }

  private static int width() {
    String columns = System.getenv().getOrDefault("COLUMNS", "");
    return columns.matches("\\d{1,4}")
        ? Math.min(WIDEST, Math.max(NARROWEST, Integer.parseInt(columns)))
        : WIDTH;
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  static int run(
      InputStream in,
      OutputStream out,
      OutputStream err,
      int width,
      Terminals terminals,
      String... args) {
    Session session =
        new Session(
            in,
            Printer.data(writer(out), terminals.out()),
            Printer.notes(writer(err)),
            width,
            terminals.err(),
            version());
    Main main = new Main();
    CommandLine tierwise =
        new CommandLine(main)
            .addSubcommand(new ScoreCommand(session))
            .addSubcommand(new CheckCommand(session))
            .addSubcommand(new ExplainCommand(session))
            .addSubcommand(new PlanCommand(session))
            .addSubcommand(new TiersCommand(session))
            .addSubcommand(new DemoCommand(session))
            .addSubcommand(new BacktestCommand(session))
            .addSubcommand(new CompareCommand(session))
            .addSubcommand(new StabilityCommand(session))
            .addSubcommand(new HelpCommand(session))
            .addSubcommand(new ShellFilesCommand(session))
            .registerConverter(Path.class, InputOptions::path)
            .registerConverter(Platform.class, InputOptions::platform)
            .registerConverter(ColumnMapping.class, InputOptions::mapping)
            .registerConverter(ColumnReading.class, InputOptions::reading)
            .registerConverter(Charset.class, InputOptions::encoding)
            .registerConverter(Instant.class, InputOptions::time)
            .registerConverter(TierQuota.class, TierQuota::parse);
    tierwise
        .setOut(session.out())
        .setErr(session.err())
        .setUsageHelpWidth(Math.min(width, 100))
        .setOverwrittenOptionsAllowed(false)
        // A handle may start with @ and must not be taken for a file of arguments.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((e, arguments) -> wrongUsage(session, e))
        .setExecutionExceptionHandler((e, command, result) -> failure(session, e, main.stacktrace));
    try {
      int code = tierwise.execute(args);
      // A full disk or a closed pipe must not look like success.
      return code == ExitCode.OK
          ? session.out().failure().map(e -> unwritten(session, e)).orElse(code)
          : code;
    } catch (VirtualMachineError e) {
      // Out of memory or out of stack: there is nothing to show but that.
      session.err().println("tierwise: internal error: " + e);
      session.err().println("more memory may help, as in TIERWISE_JAVA_OPTS=-Xmx8g");
      return ExitCode.INTERNAL;
    } finally {
      session.out().flush();
      session.err().flush();
    }
  }

  private static Writer writer(OutputStream stream) {
    return new OutputStreamWriter(stream, StandardCharsets.UTF_8);
  }

  private static int unwritten(Session session, IOException e) {
    if (e instanceof ClosedPipeException) {
      return ExitCode.CLOSED_PIPE;
    }
    session.err().println("tierwise: output could not be written: " + WriteFailure.reason(e));
    return ExitCode.INPUT;
  }

  /** Text of a file may hold what a terminal would obey. */
  private static String clean(String message) {
    return message
        .lines()
        .map(Display::clean)
        .map(Display::brief)
        .collect(Collectors.joining("\n"));
  }

  private static int wrongUsage(Session session, ParameterException e) {
    session.err().println("tierwise: " + clean(Usage.message(e)));
    session
        .err()
        .println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  static int failure(Session session, Exception e, boolean stacktrace) {
    if (e instanceof InputException || e instanceof FileException) {
      session.err().println("tierwise: " + clean(String.valueOf(e.getMessage())));
      return ExitCode.INPUT;
    }
    if (e instanceof UncheckedIOException && e.getCause() instanceof ClosedPipeException) {
      return ExitCode.CLOSED_PIPE;
    }
    if (session.out().failure().isPresent()) {
      return unwritten(session, session.out().failure().get());
    }
    session.err().println("tierwise: internal error: " + clean(e.toString()));
    if (stacktrace) {
      e.printStackTrace(session.err());
    } else {
      session.err().println("--stacktrace shows where");
    }
    return ExitCode.INTERNAL;
  }
}
