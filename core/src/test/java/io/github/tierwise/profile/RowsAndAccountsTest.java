package io.github.tierwise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row answers as the account made from it, question by question; builders check each row. */
class RowsAndAccountsTest {

  private static final double NAN = Double.NaN;

  private static final ProfileColumns COLUMNS =
      ProfileColumns.builder(Platform.X, new double[] {10, 20, NAN})
          .platforms(new Platform[] {Platform.X, Platform.TIKTOK, Platform.X})
          .ids(new String[] {"a", "b", "c"})
          .likes(new double[] {1, NAN, 3})
          .audience("country", "de", new double[] {0.5, NAN, 0.25})
          .audience("country", "fr", new double[] {0.25, NAN, NAN})
          .label("topic", new String[] {"", "Food", "food"})
          .label("topic", new String[] {"", "art", "FOOD"})
          .price(new double[] {NAN, 5, 6}, "eur")
          .level(
              new String[] {"likes", "likes", ""},
              new double[] {2, NAN, NAN},
              new double[] {1, NAN, NAN},
              new double[] {1, NAN, NAN},
              new double[] {0.5, NAN, NAN})
          .build();

  /** What a row says while it is shown, one line a question. */
  private static String answers(Profile profile) {
    List<String> all = new ArrayList<>();
    all.add(profile.id() + " " + profile.platform());
    for (Measure measure : Measure.values()) {
      all.add(measure + " " + profile.get(measure));
    }
    all.add("currency " + profile.currency() + ", formula " + profile.levelFormula());
    for (String dimension : List.of("country", "topic", "age")) {
      all.add(dimension + " known " + profile.knownAudience(dimension));
      all.add("labels " + profile.labels(dimension) + " " + profile.hasLabels(dimension));
      for (String value : List.of("de", "fr", "food", "art", "us")) {
        all.add(value + " " + profile.audience(dimension, value));
        all.add(value + " " + profile.hasLabel(dimension, value));
      }
    }
    return String.join("\n", all);
  }

  private static List<String> ofRows(ProfileColumns columns) {
    List<String> rows = new ArrayList<>();
    int[] unused = new int[columns.size()];
    columns.mapToInt(
        0,
        columns.size(),
        row -> {
          rows.add(answers(row));
          return 0;
        },
        unused,
        0);
    return rows;
  }

  @Test
  void aRowAnswersEveryQuestionAsTheAccountMadeFromIt() {
    List<String> rows = ofRows(COLUMNS);
    assertEquals(3, rows.size());
    for (int row = 0; row < 3; row++) {
      assertEquals(answers(COLUMNS.get(row)), rows.get(row));
    }
    assertEquals(rows, ofRows(ProfileColumns.copyOf(List.of(get(0), get(1), get(2)))));
  }

  private static Influencer get(int row) {
    return COLUMNS.get(row);
  }

  @Test
  void whatARowKnowsIsWhatItsColumnsHave() {
    Influencer first = get(0);
    assertEquals(0.75, first.knownAudience("country"));
    assertEquals(0.5, first.audience("country", "de"));
    assertTrue(Double.isNaN(first.audience("age", "de")));
    assertEquals("likes", first.levelFormula());
    assertEquals("", first.currency());
    assertFalse(first.hasLabels("topic"));
    Influencer second = get(1);
    assertTrue(Double.isNaN(second.knownAudience("country")));
    assertEquals("", second.levelFormula());
    assertEquals("EUR", second.currency());
    assertTrue(second.hasLabel("topic", "art"));
    assertTrue(second.hasLabels("topic"));
    assertFalse(second.hasLabel("topic", "de"));
    assertEquals(List.of("food"), get(2).labels("topic"));
    assertEquals(Platform.TIKTOK, COLUMNS.platform(1));
    assertEquals(3, COLUMNS.get(Measure.LIKES, 2));
    assertTrue(Double.isNaN(COLUMNS.get(Measure.VIEWS, 2)));
    assertEquals(Platform.X, ProfileColumns.builder(Platform.X, new double[1]).build().platform(0));
  }

  @Test
  void aPartOfTheRowsGoesWhereItIsToldTo() {
    int[] out = {-1, -1, -1, -1};
    COLUMNS.mapToInt(1, 3, row -> row.id().charAt(0), out, 2);
    assertEquals(List.of(-1, -1, (int) 'b', (int) 'c'), List.of(out[0], out[1], out[2], out[3]));
    double[] numbers = {-1, -1, -1};
    COLUMNS.map(1, 2, Profile::followers, numbers, 1);
    assertEquals(List.of(-1.0, 20.0, -1.0), List.of(numbers[0], numbers[1], numbers[2]));
    // Nothing is written by a range that does not fit.
    assertThrows(IndexOutOfBoundsException.class, () -> COLUMNS.mapToInt(1, 4, row -> 7, out, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> COLUMNS.mapToInt(0, 3, row -> 7, out, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> COLUMNS.map(0, 3, row -> 7, numbers, 1));
    assertEquals(-1, out[0]);
    assertEquals(-1, numbers[2]);
  }

  @Test
  void everyColumnHasARowForEachAccount() {
    double[] three = new double[3];
    String[] names = {"a", "b", "c"};
    ProfileColumns.Builder two = ProfileColumns.builder(Platform.X, new double[2]);
    String rule = " must have as many rows as followers, 2, was 3";
    assertMessage("likes" + rule, () -> two.likes(three));
    assertMessage("ids" + rule, () -> two.ids(names));
    assertMessage("platforms" + rule, () -> two.platforms(new Platform[3]));
    assertMessage("formulas" + rule, () -> two.level(names, three, three, three));
    assertMessage("share of us" + rule, () -> two.audience("country", "us", three));
    assertMessage("country" + rule, () -> two.label("country", names));
    assertEquals(
        "platforms",
        assertThrows(
                NullPointerException.class, () -> two.platforms(new Platform[] {Platform.X, null}))
            .getMessage());
    assertEquals(
        "formulas",
        assertThrows(
                NullPointerException.class,
                () -> two.level(new String[] {"x", null}, new double[2], null, null))
            .getMessage());
  }

  private static void assertMessage(String message, Runnable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }

  @Test
  void aBadNumberIsNamedWithItsRow() {
    ProfileColumns.Builder two = ProfileColumns.builder(Platform.X, new double[2]);
    assertMessage(
        "likes[1] must be a finite number >= 0 or NaN for unknown, was -1",
        () -> two.likes(new double[] {0, -1}));
    assertMessage(
        "likes[0] must be a finite number >= 0 or NaN for unknown, was Infinity",
        () -> two.likes(new double[] {Double.POSITIVE_INFINITY, 0}));
    assertMessage(
        "share of us[1] must be between 0 and 1 or NaN for unknown, was 1.5",
        () -> two.audience("country", "us", new double[] {0, 1.5}));
    assertMessage(
        "share of us[0] must be between 0 and 1 or NaN for unknown, was -0.5",
        () -> two.audience("country", "us", new double[] {-0.5, 1}));
    two.audience("country", "us", new double[] {0, 1});
    ProfileColumns zero = two.likes(new double[] {-0.0, 4}).build();
    assertEquals(0.0, zero.get(Measure.LIKES, 0));
    assertEquals(4.0, zero.get(Measure.LIKES, 1));
  }

  @Test
  void everyAnswerOfABuilderIsTheBuilder() {
    BrandProfile.Builder brand = BrandProfile.builder();
    assertSame(brand, brand.budget(5, "usd"));
    assertSame(brand, brand.ownPresence(true));
    assertSame(brand, brand.size(CompanySize.SME));
    assertSame(brand, brand.goal(Goal.SALES));
    assertSame(brand, brand.topic("x", 1));
    assertSame(brand, brand.audience("country", "us", 1));
    assertSame(brand, brand.priority(Priority.COST, 2));
    Influencer.Builder account = Influencer.builder("a", Platform.X);
    assertSame(account, account.saves(1));
    assertSame(account, account.clicks(1));
    assertSame(account, account.conversions(1));
  }

  @Test
  void equalBrandsAndAccountsHaveEqualHashesAndOthersOthers() {
    BrandProfile brand = BrandProfile.builder().budget(5, "usd").ownPresence(false).build();
    assertEquals("budget 5.00 USD, no own presence", brand.toString());
    assertEquals(
        brand.hashCode(),
        BrandProfile.builder().budget(5, "USD").ownPresence(false).build().hashCode());
    assertNotEquals(brand.hashCode(), BrandProfile.builder().ownPresence(false).build().hashCode());
    assertEquals("own presence", BrandProfile.builder().ownPresence(true).build().toString());
    assertEquals("large corporation", BrandProfile.builder().size(CompanySize.LARGE).build() + "");
    Influencer account = Influencer.builder("a", Platform.X).likes(1).build();
    assertEquals(
        account.hashCode(), Influencer.builder("a", Platform.X).likes(1).build().hashCode());
    assertNotEquals(
        account.hashCode(), Influencer.builder("b", Platform.X).likes(1).build().hashCode());
  }

  @Test
  void targetsOfABrandCannotBeChanged() {
    BrandProfile brand = BrandProfile.builder().audience("country", "us", 1).build();
    assertThrows(
        UnsupportedOperationException.class, () -> brand.targets().get("country").put("de", 1.0));
    assertThrows(UnsupportedOperationException.class, () -> brand.targets().clear());
  }

  @Test
  void gapsOfAnotherAreTakenOverDimensionByDimension() {
    Influencer rich =
        Influencer.builder("a", Platform.X)
            .likes(1)
            .audience("country", "us", 0.5)
            .audience("country", "de", 0.25)
            .audience("age", "18-24", 0.5)
            .label("topic", "food")
            .build();
    Influencer poor = Influencer.builder("b", Platform.X).audience("country", "de", 0.1).build();
    Influencer common = rich.withGapsOf(poor);
    assertEquals(
        Influencer.builder("a", Platform.X).audience("country", "de", 0.25).build(), common);
    assertEquals(rich, rich.withGapsOf(rich));
  }

  @Test
  void aLevelWithoutOneOfItsNumbersIsNone() {
    double[] known = {1};
    double[] gap = {NAN};
    String[] formula = {"likes"};
    for (double[][] level :
        new double[][][] {{gap, known, known}, {known, gap, known}, {known, known, gap}}) {
      ProfileColumns columns =
          ProfileColumns.builder(Platform.X, known)
              .level(formula, level[0], level[1], level[2])
              .build();
      assertEquals("", columns.get(0).levelFormula());
      columns.map(
          0,
          1,
          row -> {
            assertEquals("", row.levelFormula());
            assertEquals("row 1", row.toString());
            return 0;
          },
          new double[1],
          0);
    }
  }

  @Test
  void onlyADirectionThatIsStatedPromisesAnything() {
    assertFalse(Direction.NOT_STATED.neverPaysForFollowers());
    assertTrue(Direction.INDEPENDENT.neverPaysForFollowers());
  }
}
