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
import io.github.tierwise.cli.score.ExplainCommand;
import io.github.tierwise.cli.score.ScoreCommand;
import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.tiers.TiersCommand;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.ColumnReading;
import io.github.tierwise.profile.Platform;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

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

  /** Tells the version from the manifest, so that it is written down once. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"tierwise " + version()};
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
    // Not System.out, which keeps a write that failed to itself.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.exit(run(System.in, out, System.err, width(), isTerminal(), args));
  }

  @SuppressWarnings("SystemConsoleNull") // the launcher asks newer Javas for the old answer
  private static boolean isTerminal() {
    return System.console() != null;
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
      boolean terminal,
      String... args) {
    Session session = new Session(in, writer(out), writer(err), width, terminal, version());
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
            .registerConverter(Platform.class, InputOptions::platform)
            .registerConverter(ColumnMapping.class, InputOptions::mapping)
            .registerConverter(ColumnReading.class, InputOptions::reading)
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
      if (session.out().checkError() && code == ExitCode.OK) {
        session.err().println("tierwise: output could not be written");
        return ExitCode.INPUT;
      }
      return code;
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

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }

  /** Text of a file may hold what a terminal would obey. */
  private static String clean(String message) {
    return message.lines().map(Display::clean).collect(Collectors.joining("\n"));
  }

  private static int wrongUsage(Session session, ParameterException e) {
    session.err().println("tierwise: " + clean(String.valueOf(e.getMessage())));
    UnmatchedArgumentException.printSuggestions(e, session.err());
    session
        .err()
        .println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  static int failure(Session session, Exception e, boolean stacktrace) {
    if (e instanceof InputException) {
      session.err().println("tierwise: " + clean(String.valueOf(e.getMessage())));
      return ExitCode.INPUT;
    }
    session.err().println("tierwise: internal error: " + e);
    if (stacktrace) {
      e.printStackTrace(session.err());
    } else {
      session.err().println("--stacktrace shows where");
    }
    return ExitCode.INTERNAL;
  }
}
