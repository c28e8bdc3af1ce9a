package io.github.tierwise.files.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tierwise.files.cells.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

  private static final int MOST = 1_000_000;

  private static Source source(String text, String charset) {
    return Source.of("x", text.getBytes(Charset.forName(charset)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GB18030|username,platform,粉丝数,avg_likes/测试一号,抖音,48200,900",
        "GBK|账号,平台,粉丝/小红,小红书,1200",
        "EUC-KR|계정,팔로워,좋아요/홍길동,1200,30",
        "Big5|帳號,平台,粉絲數,讚數/測試一號,臉書,48200,900",
        "Shift_JIS|アカウント,フォロワー数,いいね数/テスト,48200,900",
        "windows-1251|имя,подписчики,лайки/Тест,48200,900"
      })
  void anotherEncodingThanWindows1252IsNamedIfItIsLikely(String charset, String lines) {
    String text = lines.replace('/', '\n');
    Source source = source(text, charset);
    String name = charset.equals("GBK") ? "GB18030" : charset;
    assertEquals(
        "Windows-1252, since it is not UTF-8; it may be %s: if names look wrong, say --encoding %s"
            .formatted(name, name),
        source.encoding());
    assertEquals(
        "read as Windows-1252, since it is not UTF-8; if names look wrong, say --encoding " + name,
        source.encodingHint());
    byte[] bytes = text.getBytes(Charset.forName(charset));
    Source said = Source.of("x", bytes, Charset.forName(charset));
    assertEquals(text, said.text(MOST));
    assertEquals("", said.encodingHint());
    assertEquals(Charset.forName(charset).name() + ", as you say", said.encoding());
  }

  @ParameterizedTest
  @CsvSource({
    "'name,followers\nJosé,1\nÀ la carte,2\nPROMOÇÃO,3\nMünchen für Österreich,4\n'",
    "'Straße;Größe;“quoted”\n'",
    "'año,ñandú,señor – 5 €\n'"
  })
  void latinLettersAreWindows1252(String text) {
    Source source = source(text, "windows-1252");
    assertEquals(text, source.text(MOST));
    assertEquals("Windows-1252, since it is not UTF-8", source.encoding());
    assertEquals(
        "read as Windows-1252, since it is not UTF-8; if names look wrong, say --encoding and the"
            + " right one",
        source.encodingHint());
  }

  @Test
  void aLineInAnotherEncodingDoesNotChangeTheOthers() {
    String utf8 = "é,1\n".repeat(4);
    assertEquals("", mixed(utf8, "é,1\n").encoding());
    Source mixed = mixed(utf8, "é,1\n");
    assertEquals(StandardCharsets.UTF_8, mixed.charset());
    assertThrows(InputException.class, () -> mixed.text(MOST));
    assertEquals("", mixed("é,1\nü,2\n", "é,1\n").encoding());
    String guess = "Windows-1252, since it is not UTF-8";
    assertEquals(guess, mixed("a,1\nb,2\n", "é,1\n").encoding());
    assertEquals(guess, mixed("é,1\n", "é,1\n".repeat(4)).encoding());
  }

  @Test
  void linesInTwoEncodingsAreAQuestion() {
    InputException asked =
        assertThrows(InputException.class, () -> mixed("é,1\nü,2\n", "é,1\n".repeat(3)));
    assertEquals(
        "x can be read in two ways: encoding: UTF-8 in 2 lines, not in 3 lines; say --encoding"
            + " UTF-8, which rejects the latter, or --encoding windows-1252",
        asked.getMessage());
  }

  private static Source mixed(String utf8, String windows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(utf8.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(windows.getBytes(Charset.forName("windows-1252")));
    return Source.of("x", bytes.toByteArray());
  }

  @Test
  void utf8IsNotDoubtful() {
    assertEquals("", source("名前,é", "UTF-8").encodingHint());
    assertEquals("", source("a", "UTF-16").encodingHint());
  }

  @Test
  void aLetterMayBeCutWhereTheBeginningEnds() {
    for (int before = Encoding.LOOKED_AT - 4; before < Encoding.LOOKED_AT + 2; before++) {
      byte[] bytes = ("x".repeat(before) + "日本").getBytes(StandardCharsets.UTF_8);
      assertEquals("", Source.of("x", bytes).encoding());
      byte[] cut = Arrays.copyOf(bytes, before + 1);
      boolean seen = before < Encoding.LOOKED_AT - 1;
      assertEquals(
          seen ? "Windows-1252, since it is not UTF-8" : "", Source.of("x", cut).encoding());
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE"})
  void utf16WithoutAMarkIsRecognised(String charset) {
    Source source = source("name\tfollowers\né\t1\n名前\t2\n", charset);
    assertEquals(charset + ", without a mark", source.encoding());
    assertEquals("name\tfollowers\né\t1\n名前\t2\n", source.text(MOST));
    assertEquals("", source("a\0b,c\n", "UTF-8").encoding());
  }

  @Test
  void zerosThatTellNoEncodingAreRefusedUnlessTheCallerSaysIt() {
    byte[] japanese = "名前,数\n　,1\n".getBytes(StandardCharsets.UTF_16LE);
    String reason =
        "x must be text, was bytes that are no text, or text in UTF-16 or UTF-32 without a mark:"
            + " save it as UTF-8 first, or say --encoding";
    for (byte[] bytes :
        List.of(japanese, "id,likes\na,1\n".getBytes(Charset.forName("UTF-32LE")))) {
      assertEquals(
          reason, assertThrows(InputException.class, () -> Source.of("x", bytes)).getMessage());
    }
    assertEquals("名前,数\n　,1\n", Source.of("x", japanese, StandardCharsets.UTF_16LE).text(MOST));
  }

  @Test
  void whatTheCallerSaysWins() {
    InputStream in = new ByteArrayInputStream(new byte[] {'a', (byte) 0xB3});
    assertEquals(
        "ał", Source.read("-", in, Optional.of(Charset.forName("windows-1250"))).text(MOST));
    byte[] marked = "\uFEFFa".getBytes(StandardCharsets.UTF_16LE);
    assertEquals("a", Source.of("x", marked, StandardCharsets.UTF_16LE).text(MOST));
    byte[] utf8 = "\uFEFFé".getBytes(StandardCharsets.UTF_8);
    assertEquals("é", Source.of("x", utf8, StandardCharsets.UTF_8).text(MOST));
    assertEquals("é", Source.of("x", utf8).text(MOST));
  }

  @ParameterizedTest
  @CsvSource({
    "'\u001f\u008b\u0001', 'a gzip archive within another: unpack it first'",
    "'PK\u0003\u0004aaa.csv', 'a zip archive: unpack it first, as in unzip -p FILE | tierwise ... -'",
    "'PK\u0003\u0004abcxl/workbook.bin', 'a binary workbook (.xlsb): save it as .xlsx or CSV first'",
    "'PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument workbook (.ods): save it as .xlsx or CSV first'",
    "'\u00d0\u00cf\u0011\u00e0', 'an old workbook (.xls) or another file of Office: save it as .xlsx or CSV first'",
    "'\u00d0\u00cf\u0011\u00e0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0', a workbook with a password: save it without one first",
    "BZh91AY&SY, a bzip2 archive: unpack it first",
    "%PDF-1.7, a PDF: get the table behind it as CSV",
    "PAR1, 'Parquet: Spark reads it, with the module tierwise-spark; or write it as CSV first'",
    "'SQLite format 3\0', 'an SQLite database: write its table as CSV first, as in sqlite3 -csv -header'",
    "'\u00ff\u00fe\0\0a\0\0\0', 'text in UTF-32: save it as UTF-8 first, or say --encoding UTF-32'",
    "'\0\0\u00fe\u00ff\0\0\0a', 'text in UTF-32: save it as UTF-8 first, or say --encoding UTF-32'",
    "'\u0089PNG\r\n', a picture (PNG): get the table behind it as CSV",
    "'\u00ff\u00d8\u00ff\u00e0', a picture (JPEG): get the table behind it as CSV"
  })
  void whatIsNoTextIsNamed(String start, String kind) {
    byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "a.x must be text, was " + kind,
        assertThrows(InputException.class, () -> Source.of("a.x", bytes)).getMessage());
  }
}
