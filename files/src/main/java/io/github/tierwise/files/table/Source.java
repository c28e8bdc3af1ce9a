package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.LostName;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Questions;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A text that can be read more than once, with the name under which errors speak of it and the
 * encoding that it turned out to have. It is not held in memory: a file is opened each time. What
 * can be read only once, such as standard input, is kept as far as it was read, unless {@link
 * #once} is said.
 */
public final class Source {

  /** Opens the bytes, each time at their beginning. */
  private interface Bytes {
    InputStream open() throws IOException;
  }

  private final String name;

  /** As they lie in the file. */
  private final Bytes raw;

  /** The same out of their archive, if they are in one. */
  private final Bytes bytes;

  private final boolean packed;
  private final boolean workbook;
  private final Encoding encoding;
  private final Optional<Path> file;
  private final Optional<Version> version;
  private final Optional<Pipe> pipe;

  private final AtomicLong position = new AtomicLong();

  /** Counts what is read of the newest walk. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
      position.set(0);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      position.addAndGet(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      position.addAndGet(Math.max(0, count));
      return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long count = in.skip(bytes);
      position.addAndGet(count);
      return count;
    }
  }

  private Source(String name, Pipe pipe, Optional<Charset> said) throws IOException {
    this(name, pipe::open, said, Optional.empty(), Optional.of(pipe));
  }

  private Source(
      String name, Bytes raw, Optional<Charset> said, Optional<Path> file, Optional<Pipe> pipe)
      throws IOException {
    this.name = name;
    this.raw = raw;
    this.pipe = pipe;
    version = file.isPresent() ? Optional.of(Version.of(file.get())) : Optional.empty();
    packed = Unzipped.isPacked(start(raw, Unzipped.LOOKED_AT));
    bytes = packed ? () -> new Unzipped(new Counted(raw.open())) : () -> new Counted(raw.open());
    this.file = file.filter(path -> !packed);
    byte[] start = start(bytes, Encoding.LOOKED_AT + 1);
    workbook = FileKind.isWorkbook(start);
    FileKind.ofBytes(name, start)
        .or(() -> workbook || said.isPresent() ? Optional.empty() : FileKind.ofZeros(start))
        .ifPresent(
            kind -> {
              throw new InputException(name + " must be text, was " + kind);
            });
    if (workbook && said.isPresent()) {
      throw new InputException(
          "--encoding must go with text, %s is a workbook, which tells its own: leave it out"
              .formatted(name));
    }
    encoding =
        workbook
            ? Encoding.none()
            : said.map(charset -> Encoding.of(charset, start)).orElseGet(() -> Encoding.of(start));
    if (!encoding.question().isEmpty()) {
      throw Questions.refusal(name, List.of(encoding.question()));
    }
  }

  /** By which a change of a file shows. */
  private record Version(Path file, long size, FileTime changed) {

    static Version of(Path file) throws IOException {
      return new Version(file, Files.size(file), Files.getLastModifiedTime(file));
    }
  }

  /**
   * Fails if the file is not what it was when it was first looked at: what was read may be of two.
   */
  void requireUnchanged() {
    try {
      if (version.isPresent() && !version.get().equals(Version.of(version.get().file()))) {
        throw new InputException(
            "%s must not change while it is read, did; read it again when it is whole"
                .formatted(name));
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static byte[] start(Bytes bytes, int most) throws IOException {
    try (InputStream in = bytes.open()) {
      return in.readNBytes(most);
    }
  }

  /** Reads a file, or standard input if the path is {@code -}. */
  public static Source read(String path, InputStream standardInput) {
    return read(path, standardInput, Optional.empty());
  }

  /**
   * Reads a file, or standard input if the path is {@code -}.
   *
   * @param charset its encoding, if the caller knows it
   */
  public static Source read(String path, InputStream standardInput, Optional<Charset> charset) {
    if (path.equals("-")) {
      return ofStream("standard input", standardInput, charset);
    }
    return read(path(path), charset);
  }

  private static Source ofStream(String name, InputStream stream, Optional<Charset> charset) {
    try {
      return new Source(name, new Pipe(stream), charset);
    } catch (IOException e) {
      throw new InputException(name + " must be open and readable, was not: " + e.getMessage(), e);
    }
  }

  /** Reads a stream, which stays open. */
  public static Source ofStream(String name, InputStream stream) {
    return ofStream(name, stream, Optional.empty());
  }

  /**
   * The path of a file.
   *
   * @throws InputException if there is none of that name
   */
  public static Path path(String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw missing(path, e);
    }
  }

  /**
   * Reads a file.
   *
   * @param charset its encoding, if the caller knows it
   */
  public static Source read(Path file, Optional<Charset> charset) {
    String path = file.toString();
    try {
      String said = String.valueOf(file.getFileName());
      if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
        return new Source(said, new Pipe(Files.newInputStream(file)), charset);
      }
      return new Source(
          said, () -> Files.newInputStream(file), charset, Optional.of(file), Optional.empty());
    } catch (NoSuchFileException e) {
      throw missing(path, e);
    } catch (AccessDeniedException e) {
      throw new InputException("file must be readable, was \"" + path + "\"", e);
    } catch (IOException e) {
      String kind = Files.isDirectory(file) ? "is a folder" : String.valueOf(e.getMessage());
      throw new InputException("\"" + path + "\" cannot be read: " + kind, e);
    }
  }

  private static InputException missing(String path, Exception e) {
    return new InputException(
        "file must exist, was \"" + path + "\"" + LostName.hint(path, "read it as - < FILE"), e);
  }

  /** Decodes bytes: by their byte order mark, else as UTF-8, else as Windows-1252. */
  public static Source of(String name, byte[] bytes) {
    return of(name, bytes, Optional.empty());
  }

  /** Decodes bytes whose encoding the caller knows. */
  public static Source of(String name, byte[] bytes, Charset charset) {
    return of(name, bytes, Optional.of(charset));
  }

  private static Source of(String name, byte[] bytes, Optional<Charset> charset) {
    try {
      return new Source(
          name, () -> new ByteArrayInputStream(bytes), charset, Optional.empty(), Optional.empty());
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /** The name under which errors speak of it: a file name, or {@code standard input}. */
  public String name() {
    return name;
  }

  /** A sentence to be said aloud; empty if it is the expected UTF-8. */
  public String encoding() {
    return encoding.note();
  }

  /**
   * What an error has to add if the encoding is a guess, as a part of a sentence; empty if it is
   * none.
   */
  public String encodingHint() {
    return encoding.hint();
  }

  Charset charset() {
    return encoding.charset();
  }

  /** The regular file that it is; empty for what comes through a pipe or is in memory. */
  Optional<Path> file() {
    return file;
  }

  /** How many bytes stand before the text. */
  int skipped() {
    return encoding.skipped();
  }

  /** Whether it is no text but a workbook. */
  public boolean isWorkbook() {
    return workbook;
  }

  /** The bytes from their beginning, out of their archive. */
  InputStream bytes() throws IOException {
    return bytes.open();
  }

  /** How many bytes as they lie in the file were read; 0 if nobody knows, as in a workbook. */
  public long position() {
    return workbook ? 0 : position.get();
  }

  /** Says that bytes up to this one were read. */
  void passed(long bytes) {
    position.accumulateAndGet(bytes, Math::max);
  }

  /** How many bytes the file has; empty for what comes through a pipe or is in memory. */
  public OptionalLong size() {
    return version.map(each -> OptionalLong.of(each.size())).orElse(OptionalLong.empty());
  }

  /** Whether it came out of a gzip archive. */
  boolean isPacked() {
    return packed;
  }

  /** The SHA-256 hash, in hexadecimal, of the bytes as they lie in the file: which data it was. */
  public String fingerprint() {
    try {
      if (pipe.isPresent()) {
        return pipe.get().fingerprint();
      }
      MessageDigest hash = Fingerprint.none();
      try (InputStream in = new DigestInputStream(raw.open(), hash)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return Fingerprint.of(hash);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Says that its rows are walked over once: what comes through a pipe need not be kept. */
  public void once() {
    pipe.ifPresent(Pipe::once);
  }

  /** Says that a walk over all rows begins. */
  void last() {
    pipe.ifPresent(Pipe::last);
  }

  /**
   * The whole content without a byte order mark.
   *
   * @param most how many bytes it may have, out of its archive
   * @throws InputException if it has more, or bytes that are no text
   */
  public String text(int most) {
    if (workbook) {
      throw new InputException(name + " must be text, was a workbook");
    }
    try (InputStream in = content()) {
      byte[] all = in.readNBytes(most + 1);
      if (all.length > most) {
        throw new InputException(
            "%s must have at most %s, had more".formatted(name, NumberText.of(most, "byte")));
      }
      return encoding.charset().newDecoder().decode(ByteBuffer.wrap(all)).toString();
    } catch (CharacterCodingException e) {
      throw new InputException(
          "%s must be text in %s, has bytes that are none: save it as UTF-8"
              .formatted(name, encoding.charset().name()),
          e);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * The content from its beginning, without a byte order mark; {@link RowGuard#INVALID} stands for
   * bytes that are no text, as the character that usually does may well be in a text.
   */
  Reader openRows() throws IOException {
    return openRows(encoding.skipped());
  }

  /** The content from a byte on with which a character begins. */
  Reader openRows(long offset) throws IOException {
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(RowGuard.INVALID));
    InputStream in = bytes.open();
    in.skipNBytes(offset);
    return new InputStreamReader(in, decoder);
  }

  private InputStream content() throws IOException {
    InputStream in = bytes.open();
    in.skipNBytes(encoding.skipped());
    return in;
  }

  /** The error of a source that could be read once and now cannot. */
  InputException failed(Exception e) {
    return failed(name, e);
  }

  private static InputException failed(String name, Exception e) {
    Throwable cause =
        Optional.ofNullable(e.getCause()).filter(c -> e instanceof UncheckedIOException).orElse(e);
    return new InputException("\"%s\" cannot be read: %s".formatted(name, cause.getMessage()), e);
  }
}
