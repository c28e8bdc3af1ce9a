package io.github.tierwise.cli.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.files.cells.NumberText;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTest {

  private record Account(String id, double price, Estimate range) {}

  private static Section<Account> accounts(Account... rows) {
    return Section.<Account>of("Accounts", List.of(rows))
        .all("id", "account", 10, Account::id)
        .all("price", "price of a post", 20, Account::price, NumberText::count)
        .json("range", Account::range)
        .csv("twice", account -> 2 * account.price())
        .page("by", account -> "quote")
        .text("a note", 30, account -> "said at a terminal alone");
  }

  private static final Account ANA = new Account("ana", 1_940, new Estimate(1, 0.5, 2));
  private static final Account BEN =
      new Account("=ben", Double.NaN, new Estimate(Double.NaN, Double.NaN, Double.NaN));

  @Test
  void textHasItsColumnsWithFiguresToTheRight() {
    assertEquals(
        """
        account  price of a post  a note
        ana                1,940  said at a terminal alone
        =ben             unknown  said at a terminal alone
        """,
        accounts(ANA, BEN).text(80));
  }

  @Test
  void aPageHasItsColumnsBelowTheTitle() {
    assertEquals(
        new Grid(
            "Accounts",
            List.of("account", "price of a post", "by"),
            1,
            List.of(List.of("ana", "1,940", "quote"), List.of("=ben", "unknown", "quote"))),
        accounts(ANA, BEN).page(1));
  }

  @Test
  void csvHasNamesAndValuesWithoutUnits() {
    assertEquals("id,price,twice\nana,1940,3880\n'=ben,,\n", accounts(ANA, BEN).csv().toText());
    assertEquals("id,price,twice\n", accounts().csv().toText());
  }

  @Test
  void jsonHasAnEstimateWithItsRangeAndNullForWhatIsUnknown() {
    assertEquals(
        """
        [{"id":"ana","price":1940,"range":1,"range_low":0.5,"range_high":2},\
        {"id":"=ben","price":null,"range":null,"range_low":null,"range_high":null}]""",
        Records.compactJson(accounts(ANA, BEN).records().toList()));
  }

  @Test
  void alignmentIsOfTheLastColumn() {
    assertEquals(
        """
          left  figure  end
        a word  7       .
        """,
        Section.of("Words", List.of("a word"))
            .people("left", 20, word -> word)
            .right()
            .all("figure", "figure", 9, word -> 7L, NumberText::count)
            .left()
            .text("end", 20, word -> ".")
            .text(80));
  }
}
