package io.github.tierwise.files.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PipeTest {

  /** More than is kept in memory. */
  private static final int LONG = (1 << 23) + 12_345;

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(4).nextBytes(bytes);
    return bytes;
  }

  private static String hash(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void whatWasReadCanBeReadAnewInMemoryAndBeyond() throws IOException {
    byte[] bytes = bytes(LONG);
    Pipe pipe = new Pipe(new ByteArrayInputStream(bytes));
    InputStream first = pipe.open();
    assertEquals(bytes[0] & 0xFF, first.read());
    assertArrayEquals(bytes, pipe.open().readAllBytes());
    InputStream third = pipe.open();
    third.skipNBytes(LONG - 10);
    assertEquals(10, third.readAllBytes().length);
    assertEquals(LONG - 1, first.readAllBytes().length);
    assertArrayEquals(bytes, pipe.open().readAllBytes());
  }

  @Test
  void walksInTurnsReadTheSame() throws IOException {
    byte[] bytes = bytes(3_000);
    Pipe pipe = new Pipe(new ByteArrayInputStream(bytes));
    InputStream one = pipe.open();
    InputStream two = pipe.open();
    for (int at = 0; at < bytes.length; at += 100) {
      InputStream ahead = at % 200 == 0 ? one : two;
      InputStream behind = at % 200 == 0 ? two : one;
      byte[] part = ahead.readNBytes(100);
      assertArrayEquals(part, behind.readNBytes(100));
      assertEquals(bytes[at], part[0]);
    }
  }

  @Test
  void ofAWalkToTheEndNothingIsKeptIfOneIsEnough() throws IOException {
    byte[] bytes = bytes(LONG);
    Pipe pipe = new Pipe(new ByteArrayInputStream(bytes));
    pipe.once();
    // The beginning is looked at as often as needed.
    assertEquals(1_000, pipe.open().readNBytes(1_000).length);
    assertEquals(2_000, pipe.open().readNBytes(2_000).length);
    pipe.last();
    assertArrayEquals(bytes, pipe.open().readAllBytes());
    InputStream late = pipe.open();
    assertEquals(2_000, late.readNBytes(2_000).length);
    IOException gone = assertThrows(IOException.class, late::read);
    assertEquals("it came through a pipe, and is gone", gone.getMessage());
  }

  @Test
  void aWalkToTheEndIsKeptIfMoreMayCome() throws IOException {
    byte[] bytes = bytes(100_000);
    Pipe pipe = new Pipe(new ByteArrayInputStream(bytes));
    pipe.last();
    assertArrayEquals(bytes, pipe.open().readAllBytes());
    assertArrayEquals(bytes, pipe.open().readAllBytes());
  }

  @Test
  void theFingerprintIsOfAllBytesHoweverFarTheyWereRead() throws Exception {
    byte[] bytes = bytes(100_000);
    for (int read : new int[] {0, 7, 100_000}) {
      Pipe pipe = new Pipe(new ByteArrayInputStream(bytes));
      assertEquals(read, pipe.open().readNBytes(read).length);
      assertEquals(hash(bytes), pipe.fingerprint());
      assertEquals(hash(bytes), pipe.fingerprint());
      assertArrayEquals(bytes, pipe.open().readAllBytes());
    }
  }
}
