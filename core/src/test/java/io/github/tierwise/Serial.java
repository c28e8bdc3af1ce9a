package io.github.tierwise;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes and reads back, as a cluster or a session store would. */
public final class Serial {

  private Serial() {}

  /** A copy made through serialization. */
  @SuppressWarnings("unchecked") // What was written is what is read.
  public static <T> T copy(T value) {
    try {
      return (T) read(write(value));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The stream of an object. */
  public static byte[] write(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  /** The object of a stream. */
  public static Object read(byte[] stream) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      return in.readObject();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** The object of a stream in which one number was changed. */
  public static Object read(byte[] stream, double original, double planted) throws IOException {
    byte[] from = ByteBuffer.allocate(Double.BYTES).putDouble(original).array();
    byte[] to = ByteBuffer.allocate(Double.BYTES).putDouble(planted).array();
    byte[] tampered = stream.clone();
    boolean found = false;
    for (int i = 0; i + from.length <= tampered.length; i++) {
      if (Arrays.equals(tampered, i, i + from.length, from, 0, from.length)) {
        System.arraycopy(to, 0, tampered, i, to.length);
        found = true;
      }
    }
    if (!found) {
      throw new AssertionError(original + " must be in the stream");
    }
    return read(tampered);
  }
}
