package io.github.tierwise.cli.run;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NearestName;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the account that somebody names on the command line, as people write names. */
public final class NamedAccount {

  private static final int NEAREST = 3;

  private NamedAccount() {}

  /**
   * The rows of a list that have the name, in any letter case if none has it as it is written.
   *
   * @param option which names it
   * @param list where it must be
   * @param name what the caller said
   * @param size of the list
   * @param id of a row
   * @return one row or more; on several platforms an account may have one name
   * @throws InputException if there is none, with names that are near
   */
  public static List<Integer> rows(
      String option, String list, String name, int size, IntFunction<String> id) {
    String wanted = AccountName.of(name);
    Supplier<Stream<String>> ids = () -> IntStream.range(0, size).mapToObj(id);
    List<Integer> found = rows(size, id, wanted::equals);
    if (found.isEmpty()) {
      found = rows(size, id, wanted::equalsIgnoreCase);
    }
    if (found.isEmpty()) {
      List<String> near = NearestName.some(wanted, ids.get(), NEAREST);
      throw new InputException(
          "%s must be an account in %s, was \"%s\"; %s"
              .formatted(
                  option,
                  list,
                  name,
                  near.isEmpty()
                      ? "the first there are "
                          + NearestName.quoted(ids.get().distinct().limit(NEAREST).toList())
                      : "nearest are " + NearestName.quoted(near)));
    }
    return found;
  }

  private static List<Integer> rows(int size, IntFunction<String> id, Predicate<String> wanted) {
    return IntStream.range(0, size).filter(row -> wanted.test(id.apply(row))).boxed().toList();
  }
}
