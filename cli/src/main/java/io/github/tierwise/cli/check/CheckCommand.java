package io.github.tierwise.cli.check;

import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.InputOptions;
import io.github.tierwise.cli.run.QuietOption;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.WholeFile;
import io.github.tierwise.files.accounts.AccountList;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how a table is understood, and scores nothing. */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {

  /** How the answer is written. */
  enum Format {
    text,
    json
  }

  private final Session session;

  @Mixin InputOptions input;
  @Mixin QuietOption quiet;

  @Option(names = "--out", paramLabel = "ACCOUNTS")
  Optional<Path> out = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT")
  Format format = Format.text;

  @Spec CommandSpec spec;

  public CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    input.checkOutputs(spec, input.files(), Map.of("--out", out));
    AccountList accounts = input.ask(session, spec);
    input.writeRejects(accounts);
    CheckReport report = new CheckReport(accounts);
    boolean answered = accounts.questions().isEmpty();
    boolean counts = answered && !input.refuses(accounts);
    if (counts) {
      out.ifPresent(path -> WholeFile.write("--out", path, PlainForm.of(accounts)));
    }
    session.print(
        format == Format.json ? Records.json(report.record()) : report.text(session.width()));
    if (!counts && out.isPresent()) {
      session.note(
          "no file",
          "%s is not written, since %s"
              .formatted(out.get(), answered ? "something is only assumed" : "a question is open"));
    }
    if (answered) {
      input.checkStrict(accounts);
    }
    return answered ? ExitCode.OK : ExitCode.INPUT;
  }
}
