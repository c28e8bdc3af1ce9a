package io.github.tierwise.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A text with the name under which errors speak of it, and the encoding that it turned out to have.
 *
 * @param name a file name, or a phrase such as {@code standard input}
 * @param text the content without a byte order mark
 * @param encoding a sentence to be said aloud; empty if it is the expected UTF-8
 */
public record Source(String name, String text, String encoding) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Reads a file, or standard input if the path is {@code -}. */
  public static Source read(String path, InputStream standardInput) {
    boolean standard = path.equals("-");
    try {
      String name = standard ? "standard input" : String.valueOf(Path.of(path).getFileName());
      return of(name, standard ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(path)));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new InputException("file must exist, was \"" + path + "\"", e);
    } catch (AccessDeniedException e) {
      throw new InputException("file must be readable, was \"" + path + "\"", e);
    } catch (IOException e) {
      String kind =
          Files.isDirectory(Path.of(path)) ? "is a folder" : String.valueOf(e.getMessage());
      throw new InputException("\"" + path + "\" cannot be read: " + kind, e);
    }
  }

  /** Decodes bytes: by their byte order mark, else as UTF-8, else as Windows-1252. */
  public static Source of(String name, byte[] bytes) {
    if (starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new InputException(name + " must be text, was a workbook: save it as CSV first");
    }
    if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
      return new Source(name, new String(bytes, StandardCharsets.UTF_16), "UTF-16");
    }
    int skipped = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, skipped, bytes.length - skipped))
              .toString();
      return new Source(name, text, "");
    } catch (CharacterCodingException e) {
      return new Source(name, new String(bytes, WINDOWS), "Windows-1252, since it is not UTF-8");
    }
  }

  private static boolean starts(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
