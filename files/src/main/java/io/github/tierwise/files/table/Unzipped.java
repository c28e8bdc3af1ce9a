package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.NumberText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** What a gzip archive holds, all members of it. An archive that breaks off is an error. */
final class Unzipped extends InputStream {

  private static final byte[] START = {0x1F, (byte) 0x8B, 8};

  /** So many bytes tell whether it is an archive. */
  static final int LOOKED_AT = START.length;

  private final InputStream in;
  private long lines;

  Unzipped(InputStream packed) throws IOException {
    try {
      in =
          GzipCompressorInputStream.builder()
              .setInputStream(packed)
              .setDecompressConcatenated(true)
              .get();
    } catch (IOException e) {
      packed.close();
      throw failed(e);
    }
  }

  /** Whether bytes are the beginning of a gzip archive. */
  static boolean isPacked(byte[] start) {
    boolean packed = start.length >= START.length;
    for (int i = 0; packed && i < START.length; i++) {
      packed = start[i] == START[i];
    }
    return packed;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int count = in.read(target, offset, length);
      for (int i = offset; i < offset + count; i++) {
        lines += target[i] == '\n' ? 1 : 0;
      }
      return count;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  private IOException failed(IOException e) {
    String where = "after about " + NumberText.of(lines, "line");
    return new IOException(
        e instanceof EOFException
            ? "the gzip archive breaks off %s: get the whole file".formatted(where)
            : "the gzip archive is damaged %s (%s): get it again".formatted(where, e.getMessage()),
        e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
