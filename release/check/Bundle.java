package check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a bundle in memory, by path. */
final class Bundle {

  static final String GROUP = "io.github.tierwise";

  private static final int TAR_BLOCK = 512;

  private final Map<String, byte[]> files;

  private Bundle(Map<String, byte[]> files) {
    this.files = files;
  }

  static Bundle read(Path zip) throws IOException {
    try (InputStream in = Files.newInputStream(zip)) {
      return new Bundle(unzip(in));
    }
  }

  Bundle copy() {
    return new Bundle(new TreeMap<>(files));
  }

  Map<String, byte[]> files() {
    return files;
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  byte[] file(String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new IllegalArgumentException(path + " is missing");
    }
    return bytes;
  }

  String text(String path) {
    return new String(file(path), StandardCharsets.UTF_8);
  }

  /** The entries of a jar, by name. */
  Map<String, byte[]> jar(String path) {
    try {
      return unzip(new ByteArrayInputStream(file(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  /** Where a file of an artifact lies. */
  static String path(String artifact, String version, String suffix) {
    return GROUP.replace('.', '/')
        + ("/" + artifact + "/" + version + "/" + artifact + "-" + version + suffix);
  }

  private static Map<String, byte[]> unzip(InputStream in) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory() && entries.put(entry.getName(), zip.readAllBytes()) != null) {
        throw new IOException(entry.getName() + " is there twice");
      }
    }
    return entries;
  }

  /**
   * A file of an archive of tar.
   *
   * @param owner the names of its user and group
   */
  record Tarred(byte[] bytes, String owner) {}

  /** The files of an archive that is packed by tar and gzip, by name. */
  Map<String, Tarred> tar(String path) {
    Map<String, Tarred> entries = new TreeMap<>();
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file(path)))) {
      for (byte[] head = in.readNBytes(TAR_BLOCK);
          head.length == TAR_BLOCK && head[0] != 0;
          head = in.readNBytes(TAR_BLOCK)) {
        int size = Integer.parseInt(tarText(head, 124, 12).strip(), 8);
        byte[] bytes = in.readNBytes(size);
        in.skipNBytes((TAR_BLOCK - size % TAR_BLOCK) % TAR_BLOCK);
        char type = (char) head[156];
        if (type != '0' && type != '5') {
          throw new IOException("an entry of type " + type + " is not known here");
        }
        String prefix = tarText(head, 345, 155);
        String name = (prefix.isEmpty() ? "" : prefix + "/") + tarText(head, 0, 100);
        if (type == '0') {
          entries.put(name, new Tarred(bytes, tarText(head, 265, 32) + "/" + tarText(head, 297, 32)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
    return entries;
  }

  private static String tarText(byte[] head, int from, int length) {
    int end = from;
    while (end < from + length && head[end] != 0) {
      end++;
    }
    return new String(head, from, end - from, StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      // Dozens of them are made to plant faults.
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
