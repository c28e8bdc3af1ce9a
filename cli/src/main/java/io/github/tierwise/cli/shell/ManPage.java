package io.github.tierwise.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of a command, in the words of its help, for man. */
final class ManPage {

  private static final Pattern WORD = Pattern.compile("[-\\\\]|(?m)^[.']");

  private final CommandSpec command;
  private final String version;
  private final StringBuilder troff = new StringBuilder();

  ManPage(CommandSpec command, String version) {
    this.command = command;
    this.version = version;
  }

  /** What the page is asked for by, as in {@code tierwise-tiers-show}. */
  String name() {
    return command.qualifiedName("-");
  }

  String toTroff() {
    CommandSpec root = command.root();
    troff.setLength(0);
    // Without a date: the same sources give the same page.
    line(
        ".TH %s 1 \"\" \"%s\" \"User commands\"",
        name().toUpperCase(Locale.ROOT), text("tierwise " + version));
    section("NAME");
    line("%s \\- %s", text(name()), text(headline(command)));
    section("SYNOPSIS");
    String synopsis =
        new CommandLine.Help(command, new CommandLine.Help.ColorScheme.Builder(Ansi.OFF).build())
            .synopsis(0);
    line("%s", text(synopsis.replaceAll("\\s+", " ").strip()));
    paragraphs("DESCRIPTION", command.usageMessage().description());
    described(
        "ARGUMENTS",
        command.positionalParameters().stream()
            .filter(each -> !each.hidden())
            .map(each -> new String[] {italic(each.paramLabel()), words(each)}));
    described(
        "OPTIONS",
        command.options().stream()
            .filter(each -> !each.hidden())
            .sorted((one, other) -> one.longestName().compareTo(other.longestName()))
            .map(each -> new String[] {names(each), words(each)}));
    described(
        "COMMANDS",
        visible(command)
            .map(each -> new String[] {bold(page(each)) + "(1)", text(headline(each))}));
    described(
        "EXIT STATUS",
        command.usageMessage().exitCodeList().entrySet().stream()
            .map(each -> new String[] {bold(each.getKey()), text(each.getValue())}));
    examples();
    String others =
        Stream.concat(
                Stream.iterate(command.parent(), each -> each != null, CommandSpec::parent),
                visible(command))
            .map(each -> bold(page(each)) + "(1)")
            .collect(Collectors.joining(", "));
    if (!others.isEmpty() && command != root) {
      section("SEE ALSO");
      line("%s", others);
    }
    return troff.toString();
  }

  private static Stream<CommandSpec> visible(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(each -> !each.usageMessage().hidden());
  }

  private static String page(CommandSpec command) {
    return command.qualifiedName("-");
  }

  /** What a command is for, in a line. */
  private static String headline(CommandSpec command) {
    return plain(command.usageMessage().header()).replaceAll("\\s+", " ").strip();
  }

  private static String names(OptionSpec option) {
    String label = option.arity().max() > 0 ? "=" + italic(option.paramLabel()) : "";
    return Arrays.stream(option.names()).map(ManPage::bold).collect(Collectors.joining(", "))
        + label;
  }

  private static String words(ArgSpec argument) {
    return text(plain(argument.description()).replaceAll("\\s+", " ").strip());
  }

  /** As help prints it: %n is a new line, %% a percent sign. */
  private static String plain(String... lines) {
    return Arrays.stream(lines)
        .map(line -> String.format(Locale.ROOT, line))
        .collect(Collectors.joining("\n"));
  }

  private void paragraphs(String title, String... lines) {
    if (lines.length > 0) {
      section(title);
      line("%s", text(plain(lines).replaceAll("\\s+", " ").strip()));
    }
  }

  private void described(String title, Stream<String[]> entries) {
    List<String[]> all = entries.toList();
    if (!all.isEmpty()) {
      section(title);
      for (String[] each : all) {
        line(".TP\n%s\n%s", each[0], each[1]);
      }
    }
  }

  /** The lines of the footer as they stand there; what follows a blank one is no example. */
  private void examples() {
    List<String> code = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (String line : plain(command.usageMessage().footer()).split("\\R", -1)) {
      if (line.startsWith("  ")) {
        code.add(line.strip());
      } else if (!line.isBlank() && !line.equals("Examples:")) {
        rest.add(line.strip());
      }
    }
    if (!code.isEmpty()) {
      section("EXAMPLES");
      line(".nf\n%s\n.fi", code.stream().map(ManPage::text).collect(Collectors.joining("\n")));
    }
    if (!rest.isEmpty()) {
      line(".PP\n%s", text(String.join(" ", rest)));
    }
  }

  private void section(String title) {
    line(".SH %s", title);
  }

  private void line(String format, Object... values) {
    troff.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String bold(String text) {
    return "\\fB" + text(text) + "\\fR";
  }

  private static String italic(String text) {
    return "\\fI" + text(text) + "\\fR";
  }

  /** Text that troff takes for nothing else: a hyphen of an option stays one when it is copied. */
  static String text(String text) {
    return WORD.matcher(text)
        .replaceAll(
            found ->
                switch (found.group()) {
                  case "-" -> "\\\\-";
                  case "\\" -> "\\\\e";
                  default -> "\\\\&" + found.group();
                });
  }
}
