package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The Java of all pages, compiled at once and run. A block that declares a type is a file of its
 * own; any other holds statements. The statements of a page are one program, so that a block may go
 * on from those before it.
 */
final class Snippets {

  /** What statements may use without saying so: the packages of the library and java.util. */
  private static final String IMPORTS =
      """
      import io.github.tierwise.deal.*;
      import io.github.tierwise.engagement.*;
      import io.github.tierwise.explain.*;
      import io.github.tierwise.profile.*;
      import io.github.tierwise.score.*;
      import io.github.tierwise.study.*;
      import io.github.tierwise.tier.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;
      """;

  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:public |final |abstract |sealed )*(?:class|record|interface|enum) (\\w+)",
          Pattern.MULTILINE);
  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern IMPORT = Pattern.compile("^import .*;\n", Pattern.MULTILINE);

  /** Printed after each block, to tell what each has printed. */
  private static final char END = '\u001e';

  private final Path classes;
  private final Map<PageText, String> programs = new LinkedHashMap<>();
  private final Map<PageText, List<String>> types = new LinkedHashMap<>();

  private Snippets(Path classes) {
    this.classes = classes;
  }

  /** Compiles the Java of all pages, with warnings as errors. */
  static Snippets compile(List<PageText> pages, Path folder) throws IOException {
    Snippets snippets = new Snippets(folder.resolve("classes"));
    List<Path> sources = new ArrayList<>();
    for (PageText page : pages) {
      Path of = folder.resolve("sources").resolve(name(page));
      if (!page.blocks("java").isEmpty()) {
        sources.addAll(snippets.sources(page, of));
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "-d",
                      snippets.classes.toString(),
                      "-Xlint:all,-processing,-path,-serial",
                      "-Werror",
                      "-proc:none",
                      "--release",
                      "17",
                      "-cp",
                      System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(compiled, () -> "every snippet compiles:\n" + said);
    }
    return snippets;
  }

  static boolean isType(PageText.Block block) {
    return TYPE.matcher(block.text()).find();
  }

  private static String name(PageText page) {
    return "page_" + page.path().replaceAll("\\W", "_");
  }

  private List<Path> sources(PageText page, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> sources = new ArrayList<>();
    StringBuilder imports = new StringBuilder(IMPORTS);
    StringBuilder statements = new StringBuilder();
    List<String> declared = new ArrayList<>();
    for (PageText.Block block : page.blocks("java")) {
      Matcher type = TYPE.matcher(block.text());
      if (type.find()) {
        Matcher in = PACKAGE.matcher(block.text());
        assertTrue(in.find(), () -> page.at(block) + " declares a type and so names its package");
        declared.add(in.group(1) + "." + type.group(1));
        imports.append("import ").append(in.group(1)).append(".*;\n");
        Path file = folder.resolve(type.group(1) + ".java");
        Files.writeString(file, block.text());
        sources.add(file);
      } else {
        IMPORT.matcher(block.text()).results().forEach(each -> imports.append(each.group()));
        statements
            .append(IMPORT.matcher(block.text()).replaceAll(""))
            .append("System.out.print('\\u001e');\n");
      }
    }
    types.put(page, declared);
    if (!statements.isEmpty()) {
      String unique = imports.toString().lines().distinct().collect(Collectors.joining("\n"));
      Path file = folder.resolve("Program.java");
      Files.writeString(
          file,
          "package %s;\n%s\npublic class Program {\n  private Program() {}\n  public static void main(String[] none) throws Exception {\n%s}}\n"
              .formatted(name(page), unique, statements));
      sources.add(file);
      programs.put(page, name(page) + ".Program");
    }
    return sources;
  }

  /** What each block of statements of a page prints. */
  List<String> run(PageText page) throws ReflectiveOperationException, IOException {
    String program = programs.get(page);
    if (program == null) {
      return List.of();
    }
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = loader()) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass(program)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    String all = printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    return List.of(all.substring(0, all.length() - 1).split(String.valueOf(END), -1));
  }

  /** Runs the JUnit tests that a page declares; how many there were. */
  int test(PageText page) throws ReflectiveOperationException, IOException {
    int count = 0;
    try (URLClassLoader loader = loader()) {
      for (String name : types.getOrDefault(page, List.of())) {
        for (Method method : loader.loadClass(name).getDeclaredMethods()) {
          if (method.isAnnotationPresent(Test.class)) {
            Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            method.setAccessible(true);
            method.invoke(constructor.newInstance());
            count++;
          }
        }
      }
    }
    return count;
  }

  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Snippets.class.getClassLoader());
  }
}
