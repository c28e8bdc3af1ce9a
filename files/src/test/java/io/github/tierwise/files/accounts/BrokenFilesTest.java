package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.table.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Two hundred broken files: ten tables, each broken in twenty ways and more. None is read wrongly
 * without a word: it is refused with its name, or every row is read or rejected, the same from a
 * file in pieces as through a pipe.
 */
class BrokenFilesTest {

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "plain", table("username,platform,followers,avg_likes", "ana_%d,instagram,48%d00,9%d"));
    TABLES.put(
        "semicolons",
        table("Name;Plattform;Follower;Likes (Mittel)", "ana_%d;TikTok;4.8%d0;9%d,5"));
    TABLES.put(
        "tabs", table("username\tplatform\tfollowers\tprice", "ana_%d\tyoutube\t48%d00\t$4%d"));
    TABLES.put(
        "quotes",
        table(
            "\"username\",\"platform\",\"followers\",\"bio\"",
            "\"ana_%d\",\"instagram\",\"4,8%d0\",\"a \"\"b\"\" %d\""));
    TABLES.put(
        "lines in cells",
        table("username,platform,followers,bio", "ana_%d,instagram,48%d00,\"two\nlines %d\""));
    TABLES.put(
        "posts",
        table(
            "post_id,username,platform,followers,time,likes",
            "p%d,ana_%d,instagram,4800,2026-01-0%d,40"));
    TABLES.put(
        "wide",
        table(
            "name,instagram_followers,tiktok_followers,instagram_likes", "ana_%d,48%d00,9%d00,70"));
    TABLES.put(
        "units",
        table("username,platform,followers,engagement_rate", "ana_%d,instagram,4%d.5K,%d.5%%"));
    TABLES.put(
        "shares",
        table(
            "username,platform,followers,audience country",
            "ana_%d,instagram,48%d00,DE:4%d%%|AT:9%%"));
    TABLES.put(
        "letters",
        table("Benutzername,platform,followers,city", "zoë_%d,instagram,48%d00,Köln %d 東京"));
  }

  private static final Map<String, UnaryOperator<byte[]>> BREAKAGES = new LinkedHashMap<>();

  static {
    BREAKAGES.put("cut at a third", bytes -> Arrays.copyOf(bytes, bytes.length / 3));
    BREAKAGES.put("cut in the last line", bytes -> Arrays.copyOf(bytes, bytes.length - 3));
    BREAKAGES.put("header alone", text(all -> all.substring(0, all.indexOf('\n') + 1)));
    BREAKAGES.put("no header", text(all -> all.substring(all.indexOf('\n') + 1)));
    BREAKAGES.put("header twice", text(all -> all.substring(0, all.indexOf('\n') + 1) + all));
    BREAKAGES.put(
        "one name of the header twice",
        text(all -> all.replaceFirst("followers|Follower", "platform")));
    BREAKAGES.put("a quote that does not close", text(all -> middle(all, "\"open,")));
    BREAKAGES.put("a quote within a cell", text(all -> middle(all, "a\"b,")));
    BREAKAGES.put("NUL", text(all -> middle(all, "\0")));
    BREAKAGES.put("a lone carriage return", text(all -> middle(all, "x\ry")));
    BREAKAGES.put("carriage returns alone", text(all -> all.replace('\n', '\r')));
    BREAKAGES.put("line ends mixed", text(all -> all.replaceFirst("\n", "\r\n")));
    BREAKAGES.put("a mark in the middle", text(all -> middle(all, "\uFEFF")));
    BREAKAGES.put(
        "bytes that are no text",
        bytes -> insert(bytes, new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF}));
    BREAKAGES.put("UTF-16 without a mark", encoded(StandardCharsets.UTF_16LE));
    BREAKAGES.put(
        "two encodings",
        bytes ->
            joined(
                bytes,
                new String(bytes, StandardCharsets.UTF_8)
                    .getBytes(Charset.forName("windows-1252"))));
    BREAKAGES.put("a row too short", text(all -> middle(all, "ana_x\n")));
    BREAKAGES.put("a row too long", text(all -> middle(all, "a,b,c,d;e;f\tg\th,i,j\n")));
    BREAKAGES.put("four hundred digits", text(all -> all.replaceFirst("48", "48".repeat(200))));
    BREAKAGES.put("a cell of a megabyte", text(all -> middle(all, "x".repeat(1 << 20))));
    BREAKAGES.put("words where numbers stand", text(all -> all.replace("48", "many")));
    BREAKAGES.put("blank lines alone", bytes -> "\n \n,,\n".getBytes(StandardCharsets.UTF_8));
    BREAKAGES.put("nothing", bytes -> new byte[0]);
  }

  private static String table(String header, String row) {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 1; i < 10; i++) {
      text.append(row.formatted(i, i, i)).append('\n');
    }
    return text.toString();
  }

  private static UnaryOperator<byte[]> text(UnaryOperator<String> change) {
    return bytes ->
        change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  private static UnaryOperator<byte[]> encoded(Charset charset) {
    return bytes -> new String(bytes, StandardCharsets.UTF_8).getBytes(charset);
  }

  /** Something before the fifth line. */
  private static String middle(String all, String what) {
    int at = 0;
    for (int i = 0; i < 4; i++) {
      at = all.indexOf('\n', at) + 1;
    }
    return all.substring(0, at) + what + all.substring(at);
  }

  private static byte[] insert(byte[] bytes, byte[] what) {
    byte[] start = Arrays.copyOf(bytes, bytes.length / 2);
    return joined(joined(start, what), Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }

  @TestFactory
  List<DynamicTest> aBrokenFileIsRefusedByNameOrEveryRowIsReadOrRejected() {
    List<DynamicTest> tests = new ArrayList<>();
    TABLES.forEach(
        (table, text) ->
            BREAKAGES.forEach(
                (name, breakage) -> {
                  byte[] broken = breakage.apply(text.getBytes(StandardCharsets.UTF_8));
                  tests.add(
                      DynamicTest.dynamicTest(
                          table + ", " + name,
                          () -> {
                            FuzzAccounts.fuzzerTestOneInput(broken);
                            Readings.assertSame(broken, ReadOptions.none().cut(2, 64));
                          }));
                }));
    assertTrue(tests.size() >= 200, () -> "at least 200, were " + tests.size());
    return tests;
  }

  @Test
  void theTablesAreReadBeforeTheyAreBroken() {
    TABLES.forEach(
        (table, text) -> {
          AccountList read =
              FuzzAccounts.read(
                      List.of(Source.of("accounts.csv", text.getBytes(StandardCharsets.UTF_8))),
                      ReadOptions.none())
                  .orElseThrow(() -> new AssertionError(table));
          assertEquals(0, read.rejects().size(), table);
        });
  }
}
