package io.github.tierwise.files.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;

/**
 * Bytes that come once. What is read of them is kept for those who begin anew, in memory as long as
 * it is short, else in a temporary file; but not if one walk to the end is enough. Of one thread.
 */
final class Pipe {

  /** What is kept and longer than this goes to a temporary file. */
  private static final int MOST_IN_MEMORY = 1 << 23;

  private final InputStream in;
  private final MessageDigest hash = Fingerprint.none();
  private Optional<String> fingerprint = Optional.empty();
  private final Held memory = new Held();
  private Optional<FileChannel> rest = Optional.empty();
  private long kept;
  private long taken;
  private boolean once;
  private boolean last;
  private boolean ended;

  Pipe(InputStream in) {
    this.in = in;
  }

  /** A buffer whose bytes can be read where they are. */
  private static final class Held extends ByteArrayOutputStream {
    void copyTo(byte[] target, int offset, int from, int length) {
      System.arraycopy(buf, from, target, offset, length);
    }
  }

  /** The bytes from their beginning. */
  InputStream open() {
    return new Walk();
  }

  /** Says that nobody needs more than one walk to its end. */
  void once() {
    once = true;
  }

  /** Says that the next walk is one to the end: if one is enough, what comes is not kept. */
  void last() {
    last = once;
  }

  /** The hash of all bytes; those that nobody has read are read now. */
  String fingerprint() throws IOException {
    byte[] buffer = new byte[1 << 16];
    while (take(buffer, 0, buffer.length) >= 0) {
      // Passed over.
    }
    fingerprint = Optional.of(fingerprint.orElseGet(() -> Fingerprint.of(hash)));
    return fingerprint.get();
  }

  private int read(long position, byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (position == taken) {
      return take(target, offset, length);
    }
    int count = (int) Math.min(length, kept - position);
    if (count <= 0) {
      throw new IOException("it came through a pipe, and is gone");
    }
    if (position >= memory.size()) {
      return rest.orElseThrow()
          .read(ByteBuffer.wrap(target, offset, count), position - memory.size());
    }
    count = (int) Math.min(count, memory.size() - position);
    memory.copyTo(target, offset, (int) position, count);
    return count;
  }

  /** Reads on where nobody has read. */
  private int take(byte[] target, int offset, int length) throws IOException {
    int count = ended ? -1 : in.read(target, offset, length);
    if (count < 0) {
      ended = true;
      return -1;
    }
    hash.update(target, offset, count);
    taken += count;
    if (!last) {
      keep(target, offset, count);
    }
    return count;
  }

  private void keep(byte[] bytes, int offset, int count) throws IOException {
    int here = rest.isPresent() ? 0 : Math.min(count, MOST_IN_MEMORY - memory.size());
    memory.write(bytes, offset, here);
    if (here < count) {
      if (rest.isEmpty()) {
        // The system deletes it when the channel is closed, at the latest when this process ends,
        // however it ends.
        rest =
            Optional.of(
                FileChannel.open(
                    Files.createTempFile("tierwise", ".part"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE));
      }
      ByteBuffer left = ByteBuffer.wrap(bytes, offset + here, count - here);
      while (left.hasRemaining()) {
        rest.get().write(left, rest.get().size());
      }
    }
    kept += count;
  }

  /** Closing it leaves the pipe open. */
  private final class Walk extends InputStream {
    private long position;

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = Pipe.this.read(position, target, offset, length);
      position += Math.max(0, count);
      return count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
  }
}
