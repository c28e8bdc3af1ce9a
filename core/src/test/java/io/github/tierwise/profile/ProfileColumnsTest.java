package io.github.tierwise.profile;

import static io.github.tierwise.profile.InfluencerTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileColumnsTest {

  private static final double NAN = Double.NaN;

  private static ProfileColumns columns() {
    return ProfileColumns.builder(Platform.TIKTOK, new double[] {10, 20, NAN})
        .ids(new String[] {"a", "b", "c"})
        .posts(new double[] {1, 2, 3})
        .likes(new double[] {1, NAN, 3})
        .comments(new double[] {0, 1, 2})
        .shares(new double[] {0, 1, 2})
        .views(new double[] {100, 200, 300})
        .topic("Vegan", new double[] {0.5, NAN, 1})
        .audience("country", "DE", new double[] {0.1, 0.2, 0.3})
        .label("country", new String[] {"DE", "", " fr "})
        .label("country", new String[] {"de", "us", ""})
        .price(new double[] {NAN, 5, 6}, "eur")
        .build();
  }

  @Test
  void aRowReadsLikeAnInfluencer() {
    ProfileColumns columns = columns();
    Influencer expected =
        Influencer.builder("c", Platform.TIKTOK)
            .posts(3)
            .likes(3)
            .comments(2)
            .shares(2)
            .views(300)
            .topic("vegan", 1)
            .audience("country", "de", 0.3)
            .label("country", "fr")
            .price(6, "EUR")
            .build();
    assertEquals(expected, columns.get(2));
    assertEquals(List.of("de"), columns.get(0).labels("country"));
    assertEquals("", columns.get(0).currency());
    assertEquals("EUR", columns.currency());
    assertTrue(columns.has(Measure.LIKES));
    assertFalse(columns.has(Measure.SAVES));
    assertEquals(Set.of(Platform.TIKTOK), columns.platforms());
  }

  @Test
  void namesMayBeFoundWhenTheyAreAskedFor() {
    List<Integer> asked = new ArrayList<>();
    ProfileColumns columns =
        ProfileColumns.builder(Platform.TIKTOK, new double[] {1, 2, 3})
            .ids(
                row -> {
                  asked.add(row);
                  return " name " + row;
                })
            .build();
    double[] followers = new double[3];
    columns.map(0, 3, Profile::followers, followers, 0);
    assertEquals(List.of(), asked);
    assertEquals("name 2", columns.get(2).id());
    assertEquals(List.of(2), asked);
  }

  @Test
  void arraysAreWrappedAndNotCopied() {
    double[] followers = {1, 2};
    ProfileColumns columns = ProfileColumns.builder(Platform.X, followers).build();
    followers[1] = 7;
    assertEquals(7, columns.get(1).followers());
    assertEquals("row 2", columns.get(1).id());
    assertEquals("2 profiles with followers", columns.toString());
  }

  @Test
  void copyingAccountsIntoColumnsAndBackLosesNothing() {
    List<Influencer> accounts =
        List.of(
            columns().get(0),
            columns().get(1),
            columns().get(2),
            Influencer.builder("d", Platform.YOUTUBE).engagements(4).build());
    ProfileColumns copy = ProfileColumns.copyOf(accounts);
    for (int row = 0; row < accounts.size(); row++) {
      assertEquals(accounts.get(row), copy.get(row));
    }
    assertEquals(EnumSet.of(Platform.TIKTOK, Platform.YOUTUBE), copy.platforms());
    assertEquals(0, ProfileColumns.copyOf(List.of()).size());
    assertEquals(
        "3 profiles with followers, posts, likes, comments, shares, views, price, topic:vegan,"
            + " country:de, country",
        columns().toString());
  }

  @Test
  void mappingARangeWritesOneNumberForEachRow() {
    double[] out = {-1, -1, -1, -1};
    columns().map(1, 3, profile -> profile.comments(), out, 1);
    assertArrayEquals(new double[] {-1, 1, 2, -1}, out);
    int[] ints = {-1, -1};
    columns().mapToInt(0, 2, profile -> profile.labels("country").size(), ints, 0);
    assertArrayEquals(new int[] {1, 1}, ints);
    assertThrows(
        IndexOutOfBoundsException.class, () -> columns().map(0, 4, Profile::likes, out, 0));
    assertThrows(
        IndexOutOfBoundsException.class, () -> columns().map(0, 3, Profile::likes, out, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> columns().get(3));
  }

  @Test
  void errorsNameTheColumnTheRuleAndTheValue() {
    ProfileColumns.Builder builder = ProfileColumns.builder(Platform.X, new double[2]);
    assertMessage(
        "likes must have as many rows as followers, 2, was 3", () -> builder.likes(new double[3]));
    assertMessage(
        "likes[1] must be a finite number >= 0 or NaN for unknown, was -1",
        () -> builder.likes(new double[] {0, -1}));
    assertMessage(
        "share of vegan[0] must be between 0 and 1 or NaN for unknown, was 2",
        () -> builder.topic("vegan", new double[] {2, 0}));
    assertMessage(
        "ids[1] must not be blank, was \" \"", () -> builder.ids(new String[] {"a", " "}));
    builder.price(new double[2], "EUR");
    assertMessage(
        "currency must be one for all rows, EUR, was USD",
        () -> builder.price(new double[2], "USD"));
    assertMessage(
        "formula must be said for levels, was \"\"",
        () ->
            ProfileColumns.builder(Platform.X, new double[1])
                .column(Measure.LEVEL, new double[1])
                .build());
    ProfileColumns levels =
        ProfileColumns.builder(Platform.X, new double[2])
            .level(
                new String[] {"a", "b"},
                new double[] {5, NAN},
                new double[] {1, 1},
                new double[] {1, 1})
            .build();
    assertEquals("a", levels.get(0).levelFormula());
    assertEquals("", levels.get(1).levelFormula());
    String[] formula = {"a"};
    double[] one = {1};
    ProfileColumns.Builder level = ProfileColumns.builder(Platform.X, one);
    assertEquals(1, level.level(formula, one, one, one, one).build().get(Measure.LEVEL_OPEN, 0));
    assertEquals(0, level.level(formula, one, one, one).build().get(Measure.LEVEL_OPEN, 0));
    assertMessage(
        "currency must be said for prices, was \"\"",
        () ->
            ProfileColumns.builder(Platform.X, new double[1])
                .column(Measure.PRICE, new double[1])
                .build());
  }
}
