import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Counts and names the skipped tests of the folders of Surefire's reports that it is given: the
 * class, the test and the reason of each.
 */
final class Skipped {

  private Skipped() {}

  public static void main(String[] folders) throws Exception {
    DocumentBuilder xml = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    List<String> skipped = new ArrayList<>();
    int tests = 0;
    for (String folder : folders) {
      for (Path report : reports(Path.of(folder))) {
        NodeList cases = xml.parse(report.toFile()).getElementsByTagName("testcase");
        tests += cases.getLength();
        for (int i = 0; i < cases.getLength(); i++) {
          Element test = (Element) cases.item(i);
          NodeList why = test.getElementsByTagName("skipped");
          if (why.getLength() > 0) {
            skipped.add(
                "  %s.%s: %s"
                    .formatted(
                        test.getAttribute("classname"),
                        test.getAttribute("name"),
                        reason((Element) why.item(0))));
          }
        }
      }
    }
    if (tests == 0) {
      throw new IllegalStateException("there must be reports of tests, were none");
    }
    System.out.printf("%d of %d tests skipped%n", skipped.size(), tests);
    skipped.forEach(System.out::println);
  }

  private static List<Path> reports(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .sorted()
          .toList();
    }
  }

  /**
   * The first line of what the test said, in whichever place it stands, without the exception's
   * name.
   */
  private static String reason(Element skipped) {
    return (skipped.getAttribute("message") + "\n" + skipped.getTextContent())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("no reason given")
        .replaceFirst("^[\\w.]+Exception: ", "")
        .replaceFirst("^Assumption failed: ", "");
  }
}
