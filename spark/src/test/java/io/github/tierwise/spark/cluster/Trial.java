package io.github.tierwise.spark.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Scores on a cluster of a master and two workers, kills an executor or a worker while it computes,
 * and holds what is written to what the library gives on one thread. {@code spark/cluster} starts
 * it.
 */
public final class Trial {

  private static final int TRIES = 3;

  private final Path folder;
  private final Processes processes;
  private final String jars;
  private final String job;
  private final Random random = new Random();
  private final String master;
  private final Process[] workers = new Process[2];
  private int names;

  private Trial(Path folder, String jars, String job) throws IOException {
    this.folder = folder;
    this.jars = jars;
    this.job = job;
    processes = new Processes(folder);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      master = "spark://127.0.0.1:" + free.getLocalPort();
    }
  }

  /** Takes the folder, the jars of the library with commas, the jar of the job, rows and kills. */
  public static void main(String[] args) throws Exception {
    Trial trial = new Trial(Path.of(args[0]), args[1], args[2]);
    try (trial.processes) {
      trial.run(Long.parseLong(args[3]), Integer.parseInt(args[4]));
    }
  }

  private void run(long rows, int kills) throws Exception {
    Path accounts = folder.resolve("accounts");
    Process made = submit("make", "local[2]", "make", accounts.toString(), "" + rows);
    String expected = digest("make", made);
    System.out.println("the library, one thread:        " + expected);
    startMaster();
    startWorker(0);
    startWorker(1);
    for (int kill = 0; kill < kills; kill++) {
      boolean worker = kill % 2 == 1;
      String lost = "";
      for (int attempt = 0; attempt < TRIES && lost.isEmpty(); attempt++) {
        lost = score(accounts, expected, worker);
      }
      if (lost.isEmpty()) {
        throw new IllegalStateException(
            "a killed %s must have run a task, did not %d times"
                .formatted(worker ? "worker" : "executor", TRIES));
      }
      System.out.println((worker ? "worker" : "executor") + " killed, " + lost);
    }
    System.out.println(kills + " kills: the same digest, nothing lost, nothing twice");
  }

  private void startMaster() throws Exception {
    String port = master.substring(master.lastIndexOf(':') + 1);
    Process process =
        processes.start(
            "master",
            "256m",
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            port,
            "--webui-port",
            "0");
    processes.await("master", "New state: ALIVE", process);
  }

  private void startWorker(int i) throws Exception {
    String name = "worker-" + names++;
    workers[i] =
        processes.start(
            name,
            "256m",
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            "127.0.0.1",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--webui-port",
            "0",
            "-d",
            folder.resolve(name).toString(),
            master);
    processes.await(name, "Successfully registered with master", workers[i]);
  }

  private Process submit(String name, String where, String... arguments) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--master",
                where,
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.executor.memory=900m",
                "--conf",
                "spark.executor.cores=1",
                "--conf",
                "spark.executor.extraJavaOptions=" + String.join(" ", Processes.QUICK),
                "--conf",
                "spark.ui.enabled=false",
                // Small enough that each file is a task, and larger than a file, so that none is
                // empty.
                "--conf",
                "spark.sql.files.maxPartitionBytes=4m",
                "--conf",
                "spark.sql.shuffle.partitions=4",
                "--jars",
                jars,
                "--class",
                ClusterJob.class.getName(),
                job));
    all.addAll(List.of(arguments));
    return processes.start(
        name, "1g", "org.apache.spark.deploy.SparkSubmit", all.toArray(String[]::new));
  }

  /** Scores with a kill; the task that was lost and run again, or nothing if none was running. */
  private String score(Path accounts, String expected, boolean worker) throws Exception {
    String name = "score-" + names++;
    Path out = folder.resolve(name);
    Process driver = submit(name, master, "score", accounts.toString(), out.toString());
    int done = 4 + random.nextInt(25);
    for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        tasks(out) < done && driver.isAlive() && System.nanoTime() < end; ) {
      Thread.sleep(20);
    }
    int victim = random.nextInt(2);
    if (worker) {
      workers[victim].destroyForcibly().waitFor();
      startWorker(victim);
    } else {
      workers[victim].children().forEach(ProcessHandle::destroyForcibly);
    }
    String actual = digest(name, driver);
    if (!actual.equals(expected)) {
      throw new IllegalStateException("digest must be %s, was %s".formatted(expected, actual));
    }
    delete(out);
    return lost(Files.readString(processes.log(name)));
  }

  /** How many tasks have written their file. */
  private static long tasks(Path out) {
    try (Stream<Path> tasks = Files.list(out.resolve("_temporary/0"))) {
      return tasks.filter(path -> path.getFileName().toString().startsWith("task_")).count();
    } catch (IOException e) {
      return 0; // nothing is there yet, or it is being moved
    }
  }

  private static String lost(String log) {
    // An executor takes the blame for its task, a worker does not.
    Matcher lost =
        Pattern.compile(
                "ask (\\d+)\\.0 in stage (\\d+)\\.0 .*(ExecutorLostFailure|its executor exited)")
            .matcher(log);
    while (lost.find()) {
      String again = "Starting task %s.1 in stage %s.0 ".formatted(lost.group(1), lost.group(2));
      if (log.indexOf(again, lost.end()) > 0) {
        return "task %s of stage %s lost and run again".formatted(lost.group(1), lost.group(2));
      }
    }
    return "";
  }

  private String digest(String name, Process driver) throws Exception {
    if (!driver.waitFor(5, TimeUnit.MINUTES) || driver.exitValue() != 0) {
      throw new IllegalStateException("a job must end well, see " + processes.log(name));
    }
    Matcher digest =
        Pattern.compile("^digest (.*)$", Pattern.MULTILINE)
            .matcher(Files.readString(processes.log(name)));
    if (!digest.find()) {
      throw new IllegalStateException("a job must say its digest, see " + processes.log(name));
    }
    return digest.group(1);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
