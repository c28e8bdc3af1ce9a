package io.github.tierwise.spark.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;

/** Starts virtual machines of Spark in a folder, and ends them, each by its id. */
final class Processes implements AutoCloseable {

  /** None of them lives long: the quick compiler and the smallest collector. */
  static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path folder;
  private final List<Process> started = new ArrayList<>();

  Processes(Path folder) {
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Starts a main class of Spark; what it says goes to the log of its name. */
  Process start(String name, String memory, String type, String... arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx" + memory));
    command.addAll(QUICK);
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-cp", folder.resolve("home/jars") + "/*", type));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(name).toFile());
    builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    synchronized (started) {
      started.add(process);
    }
    return process;
  }

  Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** Waits until a log says something. */
  void await(String name, String words, Process process) throws Exception {
    for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2); ; Thread.sleep(100)) {
      if (Files.readString(log(name)).contains(words)) {
        return;
      }
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IllegalStateException(
            "%s must say \"%s\" within two minutes, see %s".formatted(name, words, log(name)));
      }
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>();
    synchronized (started) {
      for (Process process : started) {
        // Executors are children of workers, and would be nobody's once these are gone.
        process.descendants().forEach(all::add);
        all.add(process.toHandle());
      }
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
