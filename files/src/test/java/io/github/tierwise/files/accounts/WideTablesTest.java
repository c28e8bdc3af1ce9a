package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables of very many columns, which are few rows by their bytes. */
class WideTablesTest {

  private static AccountList read(int columns, IntFunction<String> header, String cell) {
    String names = IntStream.range(0, columns).mapToObj(header).collect(Collectors.joining(","));
    String row = (cell + ',').repeat(columns - 1) + cell;
    String table =
        "username,platform,followers,avg_likes,avg_comments,%s\nana,instagram,1000,50,5,%s\n"
            .formatted(names, row);
    return AccountReader.read(
        Source.of("wide.csv", table.getBytes(StandardCharsets.UTF_8)),
        ReadOptions.none(),
        rows -> {});
  }

  private static String note(AccountList list, String topic) {
    return list.notes().stream()
        .filter(note -> note.topic().equals(topic))
        .map(ReadNote::text)
        .collect(Collectors.joining());
  }

  @Test
  void columnsThatAreNotUsedAreCountedAndTheFirstNamed() {
    AccountList list = read(100_000, i -> "c" + i, "1");
    assertTrue(note(list, "not used").endsWith("c48, c49 and 99,950 more"), note(list, "not used"));
    assertEquals(50, list.accounts().get(0).likes());
  }

  /** Room for rows that do not come took 5 GB. */
  @Test
  void twentyThousandSharesAreRead() {
    AccountList list = read(20_000, i -> "topic:t" + i, "0.1");
    assertTrue(note(list, "columns").endsWith("topic:t49 and 19,950 more"), note(list, "columns"));
    assertEquals(0.1, list.accounts().get(0).audience("topic", "t19999"));
    AccountList many = read(5_000, i -> "d" + "abcdefghij".charAt(i % 10) + ":v" + i, "0.1");
    assertTrue(
        Double.isNaN(many.accounts().get(0).audience("da", "v0")), "500 times 0.1 is too much");
  }

  @Test
  void columnsForOneNumberAreComparedWithEachOtherAndSoFew() {
    assertEquals(
        "wide.csv must have at most 200 columns for likes, had 100,001: say --map likes=COLUMN",
        assertThrows(InputException.class, () -> read(100_000, i -> "likes", "1")).getMessage());
  }
}
