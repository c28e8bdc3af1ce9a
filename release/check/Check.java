package check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a bundle for Maven Central and prints a line for each rule: what {@code release/rehearse}
 * calls. Ends with 1 if a rule is broken.
 */
public final class Check {

  private Check() {}

  /**
   * Checks a bundle, then that each rule sees faults that are planted into it.
   *
   * @param args the bundle; the version; the sources; a GnuPG home with the public key; the key's
   *     fingerprint; a file with words that must not be in the bundle; and the bundle of a second
   *     build, if there is one
   */
  public static void main(String[] args) throws IOException {
    Bundle bundle = Bundle.read(Path.of(args[0]));
    Optional<Bundle> again =
        args.length > 6 ? Optional.of(Bundle.read(Path.of(args[6]))) : Optional.empty();
    List<String> forbidden =
        Files.readAllLines(Path.of(args[5])).stream().filter(line -> !line.isBlank()).toList();
    List<Rules.Rule> rules =
        new Rules(args[1], Path.of(args[2]), Path.of(args[3]), args[4], again, forbidden).all();

    boolean good = true;
    for (Rules.Rule rule : rules) {
      List<String> problems = new ArrayList<>();
      String evidence = run(rule, bundle, problems);
      good &= problems.isEmpty();
      print(rule.name(), evidence, problems);
    }
    if (good) {
      // A rule that cannot fail is worth nothing, and its line in the list neither.
      List<String> unseen = new ArrayList<>();
      int planted = new Faults(args[1], forbidden).run(bundle, rules, again.isPresent(), unseen);
      good = unseen.isEmpty();
      print("self-test", planted + " planted faults, each seen by its rule", unseen);
    }
    System.exit(good ? 0 : 1);
  }

  private static void print(String name, String evidence, List<String> problems) {
    String result = evidence.startsWith(Rules.SKIPPED) ? "--" : problems.isEmpty() ? "ok" : "FAIL";
    System.out.printf("%-5s %-18s %s%n", result, name, evidence);
    problems.forEach(problem -> System.out.println("      " + problem));
  }

  static List<String> problems(Rules.Rule rule, Bundle bundle) {
    List<String> problems = new ArrayList<>();
    run(rule, bundle, problems);
    return problems;
  }

  private static String run(Rules.Rule rule, Bundle bundle, List<String> problems) {
    try {
      return rule.check().run(bundle, problems);
    } catch (Exception e) {
      problems.add(e.getMessage() == null ? e.toString() : e.getMessage());
      return "";
    }
  }
}
