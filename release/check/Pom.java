package check;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** An element of a POM. */
record Pom(Element element) {

  static Pom read(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Pom(
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement());
    } catch (Exception e) {
      throw new IllegalArgumentException("a POM cannot be read", e);
    }
  }

  /** The elements of that name, wherever they stand. */
  List<Pom> everywhere(String name) {
    NodeList nodes = element.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> new Pom((Element) nodes.item(i)))
        .toList();
  }

  /** The elements at a path of names. */
  List<Pom> all(String path) {
    List<Pom> found = new ArrayList<>();
    find(element, path, found);
    return found;
  }

  private static void find(Element from, String path, List<Pom> found) {
    String[] parts = path.split("/", 2);
    for (Node child = from.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element each && each.getTagName().equals(parts[0])) {
        if (parts.length == 1) {
          found.add(new Pom(each));
        } else {
          find(each, parts[1], found);
        }
      }
    }
  }

  boolean has(String path) {
    return !all(path).isEmpty();
  }

  /** The text of the first element at a path; empty if there is none. */
  String text(String path) {
    List<Pom> found = all(path);
    return found.isEmpty() ? "" : found.get(0).element.getTextContent().strip();
  }

  String textOr(String path, String other) {
    String text = text(path);
    return text.isEmpty() ? other : text;
  }
}
