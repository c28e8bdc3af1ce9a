package io.github.tierwise.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks, for tests of their reader. */
public final class WorkbookBytes {

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final List<String> states = new ArrayList<>();
  private final List<String> formats = new ArrayList<>();
  private String properties = "";
  private String shared = "";
  private final Map<String, String> others = new LinkedHashMap<>();

  /** A sheet with rows as XML. */
  public WorkbookBytes sheet(String name, String rows) {
    return sheet(name, rows, "visible");
  }

  public WorkbookBytes sheet(String name, String rows, String state) {
    sheets.put(name, rows);
    states.add(state);
    return this;
  }

  /** A format of numbers; cells name it by {@code s="1"} for the first. */
  public WorkbookBytes format(String code) {
    formats.add(code);
    return this;
  }

  /** Attributes of the workbook. */
  public WorkbookBytes properties(String attributes) {
    properties = attributes;
    return this;
  }

  /** Texts that cells share, as XML. */
  public WorkbookBytes shared(String items) {
    shared = items;
    return this;
  }

  /** A part instead of the one that there would be. */
  public WorkbookBytes part(String name, String xml) {
    others.put(name, xml);
    return this;
  }

  /** Cells of texts and numbers, as XML: what is written as a number is one if that is wanted. */
  public static String rows(List<List<String>> rows, boolean typed) {
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      xml.append("<row r=\"").append(i + 1).append("\">");
      for (int j = 0; j < rows.get(i).size(); j++) {
        String cell = rows.get(i).get(j);
        String place = (char) ('A' + j) + "" + (i + 1);
        if (typed && cell.matches("-?\\d+(\\.\\d+)?")) {
          xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, cell));
        } else if (!cell.isEmpty()) {
          xml.append(
              "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                  .formatted(place, escaped(cell)));
        }
      }
      xml.append("</row>");
    }
    return xml.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  public byte[] bytes() {
    Map<String, String> parts = new LinkedHashMap<>();
    StringBuilder names = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    int number = 0;
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      String id = "rId" + (number + 1);
      names.append(
          "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"%s\"/>"
              .formatted(escaped(sheet.getKey()), number + 1, states.get(number), id));
      String part = "worksheets/sheet" + (number + 1) + ".xml";
      relations.append("<Relationship Id=\"%s\" Target=\"%s\"/>".formatted(id, part));
      parts.put(
          "xl/" + part, "<worksheet><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
      number++;
    }
    String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    parts.put(
        "[Content_Types].xml",
        "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"%1$ssheet.main+xml\"/>"
                .formatted(type)
            + (shared.isEmpty()
                ? ""
                : "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"%ssharedStrings+xml\"/>"
                    .formatted(type))
            + (formats.isEmpty()
                ? ""
                : "<Override PartName=\"/xl/styles.xml\" ContentType=\"%sstyles+xml\"/>"
                    .formatted(type))
            + "</Types>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
            + "<workbookPr %s/><sheets>%s</sheets></workbook>".formatted(properties, names));
    parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    if (!shared.isEmpty()) {
      parts.put("xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
    }
    if (!formats.isEmpty()) {
      StringBuilder codes = new StringBuilder();
      StringBuilder uses = new StringBuilder("<xf numFmtId=\"0\"/>");
      for (int i = 0; i < formats.size(); i++) {
        int id = formats.get(i).matches("\\d+") ? Integer.parseInt(formats.get(i)) : 164 + i;
        if (id >= 164) {
          codes.append(
              "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
                  .formatted(id, escaped(formats.get(i)).replace("\"", "&quot;")));
        }
        uses.append("<xf numFmtId=\"%d\"/>".formatted(id));
      }
      parts.put(
          "xl/styles.xml",
          "<styleSheet><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>"
              .formatted(codes, uses));
    }
    parts.putAll(others);
    return zip(parts);
  }

  /** An archive of texts. */
  public static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
