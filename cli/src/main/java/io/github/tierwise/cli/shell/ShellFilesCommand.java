package io.github.tierwise.cli.shell;

import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.write.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what the archive has for shells; the build calls it. */
@Command(name = "shell-files", hidden = true)
public final class ShellFilesCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "DIR")
  Path folder = Path.of("");

  @Spec CommandSpec spec;

  public ShellFilesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CommandLine tierwise = spec.root().commandLine();
    // Bash, and zsh by the same file.
    write("completion/tierwise.bash", AutoComplete.bash(spec.root().name(), tierwise));
    manual(tierwise);
    return ExitCode.OK;
  }

  /** A page for a command and for each behind it. */
  private void manual(CommandLine command) {
    ManPage page = new ManPage(command.getCommandSpec(), session.version());
    write("man/man1/" + page.name() + ".1", page.toTroff());
    command.getSubcommands().values().stream()
        .filter(each -> !each.getCommandSpec().usageMessage().hidden())
        .forEach(this::manual);
  }

  private void write(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WholeFile.write("DIR", file, text);
  }
}
