package io.github.tierwise.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of Markdown as the tests see it: its blocks, and its prose without them.
 *
 * @param path from the root of the checkout, with slashes
 * @param blocks the blocks of code and output, fenced or indented, in their order
 * @param prose every other line
 */
record PageText(String path, List<Block> blocks, List<String> prose) {

  /** The root of the checkout: tests run in a module's folder. */
  static final Path ROOT = Path.of("..");

  /** Folders that are not ours to read: what a build makes, and hidden ones. */
  private static final Set<String> SKIPPED = Set.of("target", "node_modules");

  private static final Pattern FENCE = Pattern.compile("(```+) *(\\w*).*");
  private static final Pattern FILE = Pattern.compile(".*`([^`]+\\.\\w+)`:");

  /**
   * A block of a page.
   *
   * @param language what the fence says; {@code sh} for an indented block
   * @param text its lines, each with a line feed
   * @param line the number of its first line in the page
   * @param file the name that the line before it gives, as in {@code `list.csv`:}; else empty
   */
  record Block(String language, String text, int line, String file) {}

  /** Every page of the repository, in the order of their paths. */
  static List<PageText> all() throws IOException {
    Set<Path> found = new TreeSet<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean hidden = name.startsWith(".") && !folder.equals(ROOT);
            return hidden || SKIPPED.contains(name)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    List<PageText> pages = new ArrayList<>();
    for (Path file : found) {
      pages.add(of(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file)));
    }
    return pages;
  }

  static PageText of(String path) throws IOException {
    return of(path, Files.readString(ROOT.resolve(path)));
  }

  static PageText of(String path, String text) {
    List<Block> blocks = new ArrayList<>();
    List<String> prose = new ArrayList<>();
    List<String> lines = text.lines().toList();
    String before = "";
    int at = 0;
    while (at < lines.size()) {
      Matcher fence = FENCE.matcher(lines.get(at));
      int from = at + 1;
      if (fence.matches()) {
        int to = from;
        while (!lines.get(to).equals(fence.group(1))) {
          to++;
        }
        blocks.add(block(fence.group(2), lines.subList(from, to), from, before));
        at = to + 1;
        before = "";
      } else if (isIndented(lines, at, before)) {
        int to = at;
        while (to < lines.size() && (lines.get(to).isBlank() || lines.get(to).startsWith("    "))) {
          to++;
        }
        String code = String.join("\n", lines.subList(at, to)).stripIndent().strip();
        List<String> stripped = code.lines().toList();
        blocks.add(block("sh", stripped, from, before));
        at = to;
        before = "";
      } else {
        prose.add(lines.get(at));
        before = lines.get(at).isBlank() ? before : lines.get(at);
        at++;
      }
    }
    return new PageText(path, List.copyOf(blocks), List.copyOf(prose));
  }

  /** Four spaces after a blank line; in a list, whose items have text there, six. */
  private static boolean isIndented(List<String> lines, int at, String before) {
    boolean list = before.matches("( *[-*]| *\\d+\\.) .*|  .*");
    return lines.get(at).startsWith(list ? "      " : "    ")
        && !lines.get(at).isBlank()
        && (at == 0 || lines.get(at - 1).isBlank());
  }

  private static Block block(String language, List<String> lines, int line, String before) {
    Matcher file = FILE.matcher(before);
    return new Block(
        language,
        lines.stream().map(each -> each + "\n").collect(Collectors.joining()),
        line,
        file.matches() ? file.group(1) : "");
  }

  /** The blocks in a language. */
  List<Block> blocks(String language) {
    return blocks.stream().filter(block -> block.language().equals(language)).toList();
  }

  /** What stands between backticks in the prose. */
  List<String> spans() {
    Matcher span = Pattern.compile("`([^`]+)`").matcher(String.join("\n", prose));
    List<String> spans = new ArrayList<>();
    while (span.find()) {
      spans.add(span.group(1).replaceAll("\\s+", " "));
    }
    return spans;
  }

  /** Where a block is, for messages. */
  String at(Block block) {
    return path + ":" + block.line();
  }

  @Override
  public String toString() {
    return path;
  }
}
