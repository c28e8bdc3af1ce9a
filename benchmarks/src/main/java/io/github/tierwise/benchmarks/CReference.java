package io.github.tierwise.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The C reference as a process of its own, which keeps its copy of the columns. */
final class CReference implements AutoCloseable {

  private static final int CHUNK = 1 << 13;

  private final Process process;
  private final OutputStream to;
  private final InputStream from;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(CHUNK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final Workload workload;
  private final String version;

  CReference(String program, Workload workload) throws IOException {
    this.workload = workload;
    process = new ProcessBuilder(program).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    to = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
    from = new BufferedInputStream(process.getInputStream(), 1 << 16);
    to.write(buffer.putLong(workload.rows).array(), 0, Long.BYTES);
    buffer.clear();
    send(Formula.constants());
    for (double[] column : workload.inputs()) {
      send(column);
    }
    to.flush();
    version = line();
  }

  /** The compiler. */
  String version() {
    return version;
  }

  /** Everything that it can do; ids end in the number of threads. */
  List<Contender> contenders(Outputs ours) {
    Contender.Verification verification = () -> verify(ours);
    Contender.Verification none = () -> Double.NaN;
    int rows = workload.rows;
    return List.of(
        new Contender("c", rows, 1, () -> run("score", 1), verification),
        new Contender("c", rows, 2, () -> run("score", 2), verification),
        new Contender("memory", rows, 1, () -> run("touch", 1), none),
        new Contender("memory", rows, 2, () -> run("touch", 2), none),
        new Contender("triad", rows, 1, () -> run("triad", 1), none));
  }

  private Contender.Time run(String command, int threads) throws IOException {
    command(command + " " + threads);
    String[] times = line().split(" ", -1);
    return new Contender.Time(
        Double.parseDouble(times[0]), threads == 1 ? Double.parseDouble(times[1]) : Double.NaN);
  }

  private double verify(Outputs ours) throws IOException {
    run("score", 1);
    command("outputs");
    Outputs theirs = new Outputs(workload.rows);
    receive(theirs.scores());
    receive(theirs.engagementRates());
    receive(theirs.expectedRates());
    receive(theirs.costsPerEngagement());
    receive(theirs.tiers());
    return theirs.verify(ours, workload.rows, "C");
  }

  private void command(String text) throws IOException {
    to.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
    to.flush();
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = from.read(); next != '\n'; next = from.read()) {
      if (next < 0) {
        throw new EOFException("the C reference must answer, was ended");
      }
      text.append((char) next);
    }
    return text.toString();
  }

  private void send(double[] values) throws IOException {
    for (int start = 0; start < values.length; start += CHUNK) {
      int length = Math.min(CHUNK, values.length - start);
      buffer.asDoubleBuffer().put(values, start, length);
      to.write(buffer.array(), 0, length * Double.BYTES);
    }
  }

  private void receive(double[] values) throws IOException {
    for (int start = 0; start < values.length; start += CHUNK) {
      int length = Math.min(CHUNK, values.length - start);
      fill(length * Double.BYTES);
      buffer.asDoubleBuffer().get(values, start, length);
    }
  }

  private void receive(int[] values) throws IOException {
    for (int start = 0; start < values.length; start += CHUNK) {
      int length = Math.min(CHUNK, values.length - start);
      fill(length * Integer.BYTES);
      buffer.asIntBuffer().get(values, start, length);
    }
  }

  private void fill(int bytes) throws IOException {
    if (from.readNBytes(buffer.array(), 0, bytes) < bytes) {
      throw new EOFException("the C reference must send its outputs, was ended");
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    // The end of its input ends the program.
    to.close();
    from.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
