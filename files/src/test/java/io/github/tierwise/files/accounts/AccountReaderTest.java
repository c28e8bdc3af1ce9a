package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.WorkbookBytes;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.table.RejectedRow;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountReaderTest {

  private static AccountList read(String csv, String... mappings) {
    return readAs("instagram.csv", csv, "", mappings);
  }

  private static AccountList readAs(String name, String csv, String currency, String... mappings) {
    return readOn(name, csv, Optional.empty(), currency, mappings);
  }

  private static AccountList readOn(
      String name, String csv, Optional<Platform> platform, String currency, String... mappings) {
    List<ColumnMapping> said = new ArrayList<>();
    for (String mapping : mappings) {
      said.add(ColumnMapping.parse(mapping));
    }
    return AccountReader.read(
        Source.of(name, csv.getBytes(StandardCharsets.UTF_8)),
        new ReadOptions(platform, said, currency),
        rows -> {});
  }

  private static String error(String csv, String... mappings) {
    return assertThrows(InputException.class, () -> read(csv, mappings)).getMessage();
  }

  private static Influencer only(String csv, String... mappings) {
    AccountList reading = read(csv, mappings);
    assertEquals(List.of(), reading.rejects());
    assertEquals(1, reading.accounts().size());
    return reading.accounts().get(0);
  }

  private static String notes(AccountList reading, String topic) {
    return reading.notes().stream()
        .filter(note -> note.topic().equals(topic))
        .map(ReadNote::text)
        .collect(Collectors.joining("\n"));
  }

  private static int taken(AccountList reading) {
    return Math.max(reading.accounts().size(), reading.posts());
  }

  private static List<String> reasons(AccountList reading) {
    return reading.rejects().stream().map(r -> r.line() + ": " + r.reason()).toList();
  }

  // The shape of the table.

  @Test
  void aPlainTableIsRead() {
    Influencer ana = only("username,followers,avg_likes,avg_comments\nana,48200,1080,72\n");
    assertEquals(
        Influencer.builder("ana", Platform.INSTAGRAM)
            .followers(48_200)
            .likes(1_080)
            .comments(72)
            .build(),
        ana);
  }

  @Test
  void sharesInAnObjectAreSharesAndNoKeyIsGuessed() {
    AccountList reading =
        read(
            "[{\"username\":\"ana\",\"followers\":100,\"likes\":1.204,\"audience_country\":{\"DE\":0.41,\"AT\":0.2},"
                + "\"age\":{\"18-24\":0.5},\"clip\":{\"views\":9}}]");
    Influencer ana = reading.accounts().get(0);
    assertEquals(1.204, ana.get(Measure.LIKES));
    assertEquals(0.41, ana.audience("country", "DE"));
    assertEquals(0.2, ana.audience("country", "AT"));
    assertEquals(0.5, ana.audience("age", "18-24"));
    assertTrue(Double.isNaN(ana.get(Measure.VIEWS)));
  }

  @Test
  void aNumberThatIsOneByItselfProvesNoMarkOfTexts() {
    String row = "{\"username\":\"u%d\",\"followers\":1000,\"likes\":%s}";
    for (String known : List.of("1.95", "-1.95", "12.5")) {
      String rows =
          row.formatted(1, known)
              + ","
              + row.formatted(2, known)
              + ","
              + row.formatted(3, "\"1.204\"");
      String message = error("[" + rows + "]");
      assertTrue(message.contains("is \"1.204\" a decimal or a group of thousands?"), message);
    }
    String texts =
        row.formatted(1, "\"1.95\"")
            + ","
            + row.formatted(2, "\"2.5\"")
            + ","
            + row.formatted(3, "\"1.204\"");
    assertEquals(1.204, read("[" + texts + "]").accounts().get(2).get(Measure.LIKES));
  }

  @Test
  void aPriceInACurrencyByItsFormatIsInThatCurrencyAndProvesNoMarkEither() {
    String row =
        "<row><c t=\"str\"><v>u%d</v></c><c><v>1000</v></c><c><v>9</v></c><c %s</v></c></row>";
    String header =
        "<row><c t=\"str\"><v>username</v></c><c t=\"str\"><v>followers</v></c><c t=\"str\"><v>likes</v></c>"
            + "<c t=\"str\"><v>price</v></c></row>";
    String priced =
        header + row.formatted(1, "s=\"1\"><v>12.5") + row.formatted(2, "s=\"1\"><v>350.75");
    WorkbookBytes plain = new WorkbookBytes().format("0.00 [$€-407]").sheet("A", priced);
    AccountList list =
        AccountReader.read(
            Source.of("instagram.xlsx", plain.bytes()), ReadOptions.none(), rows -> {});
    assertEquals(350.75, list.accounts().get(1).get(Measure.PRICE));
    assertEquals("EUR", list.accounts().get(1).currency());
    WorkbookBytes text =
        new WorkbookBytes()
            .format("0.00 [$€-407]")
            .sheet("A", priced + row.formatted(3, "t=\"str\"><v>1.204"));
    InputException e =
        assertThrows(
            InputException.class,
            () ->
                AccountReader.read(
                    Source.of("instagram.xlsx", text.bytes()), ReadOptions.none(), rows -> {}));
    assertTrue(e.getMessage().contains("is \"1.204\" a decimal or a group of thousands?"));
  }

  @Test
  void blankRowsAreCountedAndNoRows() {
    AccountList reading = read("\n,,\nusername,followers,avg_likes\n\nana,1,2\n,,\nben,3,4\n");
    assertEquals(2, reading.accounts().size());
    assertEquals(2, reading.rows());
    assertEquals(
        "2 read + 0 rejected = 2 rows in instagram.csv, besides 4 blank rows",
        notes(reading, "rows"));
  }

  @Test
  void semicolonsAndTabulatorsSeparateToo() {
    AccountList semicolons = read("username;followers;avg_likes\nana;1.234,5;2\n");
    assertEquals(1234.5, semicolons.accounts().get(0).followers());
    assertEquals("a semicolon", notes(semicolons, "separator"));
    AccountList tabs = read("username\tfollowers\tavg_likes\nana, the first\t1\t2\n");
    assertEquals("ana, the first", tabs.accounts().get(0).id());
    assertEquals("a tabulator", notes(tabs, "separator"));
  }

  @Test
  void headerCellsMayHaveLineBreaksAndSpaces() {
    AccountList reading =
        read("Name,\" \r\nFollowers \",\"Engagement avg\r\n\"\r\nana,48.2K,1.1K\r\n");
    assertEquals(48_200, reading.accounts().get(0).followers());
    assertEquals(1_100, reading.accounts().get(0).engagements());
    assertEquals(
        "id = Name; followers = Followers; engagements = \"Engagement avg\"",
        notes(reading, "columns"));
  }

  @Test
  void aRowWithOtherCellsThanTheHeaderIsRejected() {
    AccountList reading = read("username,followers,avg_likes\nana,1\nben,1,2,x\ncem,1,2,\n");
    assertEquals(
        List.of(
            "2: row must have 3 cells like the header, was 2",
            "3: row must have 3 cells like the header, was 4"),
        reasons(reading));
    assertEquals("cem", reading.accounts().get(0).id());
  }

  @Test
  void anUnclosedQuoteRejectsItsRow() {
    AccountList reading = read("username,followers\nana,1\nben,\"2\ncem,3\n");
    assertEquals(
        List.of("3: quote that opens cell 2 must be closed, was not: \"\"2\""), reasons(reading));
    assertEquals(2, reading.accounts().size());
  }

  @Test
  void anEmptyTableIsAnError() {
    assertEquals("instagram.csv must have a header, was empty", error(""));
    assertEquals(
        "instagram.csv must have a row below its header, had none", error("username,followers\n"));
  }

  // Which column is what.

  @Test
  void aTableWithoutSizeOrNamesSaysWhatItFound() {
    assertEquals(
        "instagram.csv must have a column of account names and one of followers, likes or"
            + " engagements; found clicks = Clicks; not used Date (used of posts alone); ad_id; say which column it is,"
            + " as in --map id=COLUMN",
        error("Date,ad_id,Clicks\n1,2,3\n"));
    assertEquals(
        "instagram.csv must have a column of followers, likes or engagements; found id = username;"
            + " not used size; say which column it is, as in --map followers=COLUMN",
        error("username,size\nana,2\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483647", "4294967295", "9223372036854775807", "2,147,483,647"})
  void theLargestNumberOfAFieldIsUnknown(String largest) {
    Influencer account = only("username,followers,avg_likes\nana,5000,\"%s\"\n".formatted(largest));
    assertTrue(Double.isNaN(account.likes()));
    assertEquals(5000, account.followers());
    assertEquals(2147483646, only("username,avg_likes\nana,2147483646\n").likes());
  }

  @Test
  void linesBelowATableAreNoAccounts() {
    AccountList reading =
        read(
            """
            name,followers,avg_likes
            ana bee,5000,40
            Source: somebody's list,,
            * estimated,,
            ben,,
            50%,2500,20
            """);
    assertEquals(
        List.of("ana bee", "ben"), reading.accounts().stream().map(Influencer::id).toList());
    assertEquals(
        List.of(
            "3: row must be an account, was \"Source: somebody's list\" and nothing else, a note",
            "4: row must be an account, was \"* estimated\" and nothing else, a note",
            "6: row must be an account, was \"50%\", a sum or mean of others by its name (an account"
                + " of that name is written with an @)"),
        reasons(reading));
  }

  @Test
  void countsWithPercentSignsAreLeftOutOrAsked() {
    String header = "username,followers,clicks\n";
    assertEquals(
        "clicks (percentages, not counts)",
        notes(read(header + "ana,5000,3%\nben,70,4%\n"), "not used"));
    assertEquals(
        "instagram.csv can be read in two ways: clicks: counts or percentages? say --map"
            + " clicks=clicks if it is, or --map clicks=- to do without",
        error(header + "ana,5000,3%\nben,70,4\n"));
    assertEquals(
        List.of("12: clicks must be a number, was a percentage"),
        reasons(
            read(
                header
                    + "a,1,4\nb,1,4\nc,1,4\nd,1,4\ne,1,4\nf,1,4\ng,1,4\nh,1,4\ni,1,4\nj,1,4\nk,1,3%\n")));
  }

  @Test
  void whyARecognisedColumnIsNotUsedIsSaid() {
    assertEquals(
        "country (\"audience country\" is taken); published (used of posts alone)",
        notes(
            read(
                """
                username,followers,country,audience country,published
                ana,5000,US,DE,2026-01-01
                ben,70,US,DE,2026-01-02
                """),
            "not used"));
  }

  @Test
  void aTableWithEngagementsAloneIsRead() {
    assertEquals(12, only("username,avg_likes\nana,12\n").likes());
  }

  @Test
  void theColumnOfHandlesNamesTheAccountWhateverItsName() {
    String rows = "Ana Bee,ana_b,1\nBo Cee,bo,1\nCy Dee,cy,1\nDi Eff,di,1\nEm Gee,em,1\n";
    for (String header : List.of("influencer name,instagram name", "instagram name,name")) {
      List<Influencer> read = read(header + ",followers\n" + rows).accounts();
      assertEquals(
          List.of("ana_b", "bo", "cy", "di", "em"), read.stream().map(Influencer::id).toList());
    }
    assertEquals("ana_b", only("Name,Username,followers\nAna,@ana_b,1\n").id());
  }

  @Test
  void aRowNumberNamesNobody() {
    AccountList reading = read("id,name,followers\n1,ana,1\n2,ben,2\n");
    assertEquals("ana", reading.accounts().get(0).id());
  }

  @Test
  void idsAreTextEvenIfTheyAreNumbers() {
    AccountList reading =
        read("id,followers\n9007199254740993,1\n9007199254740992,2\n433,3\n433,3\n");
    assertEquals("9007199254740993", reading.accounts().get(0).id());
    assertEquals(List.of("5: account must come once, \"433\" came before"), reasons(reading));
  }

  @Test
  void ofTwoColumnsForOneNumberTheOneWithAllDigitsIsTaken() {
    AccountList reading =
        read("name,followers,followers\nana,475.8M,475812345\nben,1.2M,\ncem,,1300000\n");
    assertEquals(475_812_345, reading.accounts().get(0).followers());
    assertEquals(1_200_000, reading.accounts().get(1).followers());
    assertEquals(1_300_000, reading.accounts().get(2).followers());
    assertEquals("id = name; followers = followers (both columns)", notes(reading, "columns"));
  }

  @Test
  void anAbbreviationInOneRowLeavesTheColumnOfAnother() {
    String csv = "name,followers,fans\nana,48200,48150\n";
    assertEquals(48_200, read(csv).accounts().get(0).followers());
    AccountList reading = read(csv + "ben,9.9k,9870\n");
    assertEquals(48_200, reading.accounts().get(0).followers());
    assertEquals(9_870, reading.accounts().get(1).followers());
  }

  @Test
  void sharesOrWordsAreAskedAndTheAnswerIsTaken() {
    String csv = "name,avg likes,country:DE\nana,64,x\nben,30,41%\n";
    assertEquals(
        "instagram.csv can be read in two ways: country:DE: shares or words, as in \"x\"? say --map"
            + " country:DE=country:DE if it is, or --map country:DE=- to do without",
        error(csv));
    AccountList without = read(csv, "country:DE=-");
    assertEquals(64, without.accounts().get(0).likes());
    assertTrue(Double.isNaN(without.accounts().get(1).audience("country", "de")));
    AccountList taken = read(csv, "country:DE=country:DE");
    assertEquals(0.41, taken.accounts().get(0).audience("country", "de"));
    assertEquals(List.of("2: share country:DE must be a number, was \"x\""), reasons(taken));
  }

  @Test
  void nobodyIsOnANetworkWithoutFollowersThereWhateverOthersHave() {
    String csv = "name,instagram_followers,tiktok_followers,tiktok_likes\nana,48200,,900\n";
    assertEquals(1, readAs("list.csv", csv, "").accounts().size());
    AccountList more = readAs("list.csv", csv + "ben,0,450000,21000\n", "");
    assertEquals(List.of("ana", "ben"), more.accounts().stream().map(Influencer::id).toList());
  }

  @Test
  void columnsOfOneNameWithOtherFiguresAreAsked() {
    String csv = "name,followers,avg likes,avg likes\nana,10,1,500\nben,20,2,900\n";
    assertEquals(
        "instagram.csv can be read in two ways: \"avg likes\": other figures than \"avg likes\"; say"
            + " which is meant, as in --map likes=#3",
        error(csv));
    assertEquals(500, read(csv, "likes=#4").accounts().get(0).likes());
  }

  @Test
  void averagesGoBeforeWhatIsAuthentic() {
    AccountList reading = read("name,followers,Eng. (Auth.),Eng. (Avg.)\nana,9K,1.7K,2.3K\n");
    assertEquals(2_300, reading.accounts().get(0).engagements());
    assertEquals("\"Eng. (Auth.)\" (\"Eng. (Avg.)\" is taken)", notes(reading, "not used"));
  }

  @Test
  void totalsAreNoMeansPerPost() {
    AccountList total = read("name,followers,total_likes\nana,10,29.0b\n");
    assertTrue(Double.isNaN(total.accounts().get(0).likes()));
    assertEquals("total_likes (a total, not a mean per post)", notes(total, "not used"));
    AccountList doubtful = read("name,followers,likes,videos_count\nana,1000,90,7\n");
    assertTrue(Double.isNaN(doubtful.accounts().get(0).likes()));
    assertEquals(
        "likes (may be a total over all posts; if it is a mean per post, say --map likes=likes)",
        notes(doubtful, "not used"));
    assertEquals(
        "instagram.csv can be read in two ways: likes: means per post or totals of all posts? say"
            + " --map likes=likes if it is, or --map likes=- to do without",
        error("name,followers,likes\nana,1000,90000\nben,1000,80000\ncem,9,1\n"));
    assertEquals(20, only("name,followers,likes\nana,1000,20\n").likes());
  }

  @Test
  void theCallersWordGoesBeforeEveryRule() {
    String csv = "name,followers,likes,videos_count,x\nana,1000,90,7,5\n";
    assertEquals(90, only(csv, "likes=likes").likes());
    assertEquals(5, only(csv, "likes=X").likes());
    assertEquals(7, only(csv, "followers=#4").followers());
    assertEquals("5", only(csv, "id=x").id());
    assertTrue(Double.isNaN(only(csv, "posts=-").posts()));
    assertEquals(0.05, only(csv, "country:DE=#5").audience("country", "de") / 100, 0.051);
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithTheNearest() {
    assertEquals(
        "--map: column must be one of username, followers in instagram.csv, was \"folowers\", did"
            + " you mean \"followers\"?",
        error("username,followers\nana,1\n", "likes=folowers"));
    assertEquals(
        "--map: column must be between #1 and #2 in instagram.csv, was #3",
        error("username,followers\nana,1\n", "likes=#3"));
  }

  @Test
  void aMappingNamesAFieldAndAColumn() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ColumnMapping.parse("folowers=x"));
    assertTrue(e.getMessage().endsWith("was \"folowers\", did you mean \"followers\"?"));
    IllegalArgumentException f =
        assertThrows(IllegalArgumentException.class, () -> ColumnMapping.parse("followers"));
    assertEquals("must be FIELD=COLUMN, was \"followers\"", f.getMessage());
  }

  @Test
  void aColumnOfWordsUnderANumbersNameIsLeftOut() {
    AccountList reading =
        read("name,followers,Views avg.,Likes avg\nana,9,Spain,1\nben,9,Peru,1\n");
    assertEquals("\"Views avg.\" (not numbers, as in \"Spain\")", notes(reading, "not used"));
    assertEquals(2, reading.accounts().size());
  }

  @Test
  void commentsThatOutnumberLikesAreSomethingElseUnlessTheCallerSaysSo() {
    StringBuilder rows = new StringBuilder("name,followers,avg likes,avg comments\n");
    for (int i = 0; i < 20; i++) {
      rows.append("user").append(i).append(",9000,10,20\n");
    }
    AccountList reading = read(rows.toString());
    assertEquals(
        "\"avg comments\" (more than likes in 20 of 20 rows; if it is right, say --map"
            + " comments=\"avg comments\")",
        notes(reading, "not used"));
    assertTrue(Double.isNaN(reading.accounts().get(0).comments()));
    assertEquals(20, read(rows.toString(), "comments=avg comments").accounts().get(0).comments());
    String few = "name,followers,avg likes,avg comments\nana,9000,10,20\nben,9000,0,20\n";
    assertEquals(20, read(few).accounts().get(0).comments());
  }

  // Numbers.

  @Test
  void aRowWithAWrongNumberIsRejectedWithLineAndReason() {
    AccountList reading =
        read(
            """
            username,followers,avg_likes
            ana,1,abc
            ben,-3,2
            cem,5%,2
            dan,1,2
            ,1,2
            eve,1,2
            fay,2,3
            gus,1,1
            """);
    assertEquals(
        List.of(
            "2: likes must be a number, was \"abc\"",
            "3: followers must be >= 0, was -3",
            "4: followers must be a number, was a percentage",
            "6: id must not be blank, was \"\""),
        reasons(reading));
    assertEquals("ana,1,abc", reading.rejects().get(0).row());
    assertEquals(
        """
        line 2: likes must be a number, was "abc"
        line 3: followers must be >= 0, was -3
        line 4: followers must be a number, was a percentage
        line 6: id must not be blank, was ""\
        """,
        notes(reading, "rejected"));
    assertEquals("", notes(reading, ""), "each is named");
  }

  @Test
  void theLineIsThatOfTheFileAlsoAfterLineBreaksInCells() {
    AccountList reading = read("username,\"followers\n\",avg_likes\nana,1,2\nben,x,2\ncem,1,1\n");
    assertEquals(List.of("4: followers must be a number, was \"x\""), reasons(reading));
  }

  @Test
  void ifNoRowCanBeReadTheFirstReasonIsSaid() {
    assertEquals(
        "instagram.csv must have a row that can be read, had none of 1; line 2: followers must be"
            + " >= 0, was -2",
        error("username,followers\nana,-2\n"));
  }

  @Test
  void unknownIsUnknownAndNotZero() {
    Influencer ana =
        only("username,followers,avg_likes,avg_comments\nana,10,N/A',#VALOR!\n", "likes=#3");
    assertTrue(Double.isNaN(ana.likes()));
    assertTrue(Double.isNaN(ana.comments()));
  }

  @Test
  void aZeroIsHiddenOnlyIfItsOwnRowSaysSo() {
    StringBuilder csv = new StringBuilder("username,followers,avg_likes,avg_comments\n");
    for (int i = 0; i < 20; i++) {
      csv.append("user").append(i).append(",100000,").append(i < 3 ? 0 : 5000);
      csv.append(",").append(i == 0 ? 9 : 400).append('\n');
    }
    AccountList reading = read(csv.toString());
    assertEquals(0, reading.accounts().get(0).likes());
    assertTrue(Double.isNaN(reading.accounts().get(1).likes()));
    assertEquals(
        "0 likes beside 10 comments or more are hidden likes: 2 times", notes(reading, "note"));
  }

  @Test
  void zerosAmongSmallCountsAreNone() {
    StringBuilder csv = new StringBuilder("username,followers,avg_likes,avg_comments\n");
    for (int i = 0; i < 20; i++) {
      csv.append("user").append(i).append(",1000,50,").append(i % 4).append('\n');
    }
    assertEquals(0, read(csv.toString()).accounts().get(0).comments());
  }

  @Test
  void dotsBetweenThreeDigitsOfFollowersAreGroups() {
    AccountList reading = read("username,followers,avg_likes\nana,48.200,80\nben,950,20\n");
    assertEquals(48_200, reading.accounts().get(0).followers());
    assertEquals(
        "id = username; followers = followers (48.200 is a dot before thousands); likes = avg_likes",
        notes(reading, "columns"));
  }

  @Test
  void aDotBeforeThreeDigitsOfAMeanIsAskedUnlessTwoCellsProveIt() {
    String doubtful = "username,followers,avg_likes\nana,48.200,1.080\nben,950,20\n";
    assertEquals(
        "instagram.csv can be read in two ways: avg_likes: is \"1.080\" a decimal or a group of"
            + " thousands? say --as likes=decimal-dot or --as likes=decimal-comma",
        error(doubtful));
    String proven = doubtful + "cem,950,2,5\n".replace("2,5", "\"2,5\"");
    assertEquals(error(doubtful), error(proven));
    assertEquals(1_080, read(proven + "dan,950,\"7,25\"\n").accounts().get(0).likes());
  }

  // Rates.

  @Test
  void aRateWithPercentSignsIsInPercentThroughout() {
    AccountList reading = read("username,followers,ER\nana,1000,1.5%\nben,1000,2\ncem,1000,NaN%\n");
    assertEquals(15, reading.accounts().get(0).engagements());
    assertEquals(20, reading.accounts().get(1).engagements());
    assertTrue(Double.isNaN(reading.accounts().get(2).engagements()));
    assertTrue(notes(reading, "columns").endsWith("engagement rate = ER (in percent, as it says)"));
  }

  @Test
  void aRateWithoutASignIsReadByItsColumn() {
    AccountList percent = read("username,followers,ER\nana,1000,1.5\nben,1000,2\ncem,1000,0.9\n");
    assertEquals(9, percent.accounts().get(2).engagements(), 1e-12);
    assertTrue(notes(percent, "columns").contains("ER (in percent, since they are above 1)"));
    AccountList fraction =
        read("username,followers,ER\nana,1000,0.015\nben,1000,0.2\ncem,1000,0.009\n");
    assertEquals(200, fraction.accounts().get(1).engagements());
    assertTrue(notes(fraction, "columns").contains("ER (as fractions)"));
    assertEquals(15, only("username,followers,ER %\nana,1000,1.5\n").engagements());
    assertEquals(15, only("username,followers,ER\nana,1000,1.5\n").engagements());
    assertEquals(5, only("username,followers,ER (percent)\nana,1000,0.5\n").engagements());
  }

  @Test
  void betweenFractionsAndPercentagesLiesAQuestion() {
    String question =
        "instagram.csv can be read in two ways: ER: fractions or percentages? say --as"
            + " engagement_rate=percent or --as engagement_rate=fraction";
    assertEquals(question, error("username,followers,ER\nana,1000,0.5\n"));
    assertEquals(question, error("username,followers,ER\nana,1000,0.5\nben,1000,1.5\n"));
    assertEquals(question, error("username,followers,ER\nana,1000,0.05\nben,1000,1.5\n"));
  }

  @Test
  void engagementIsARateOrACountByItsCells() {
    assertEquals(33.6, only("account,followers,avg_engagement\nx,1000,0.0336\n").engagements());
    assertEquals(336, only("account,followers,Engagement avg\nx,1000,336\n").engagements());
    assertEquals(
        "instagram.csv can be read in two ways: engagement: counts or percentages? say --map"
            + " engagements=engagement or --map engagement_rate=engagement",
        error("account,followers,engagement\nx,1000,3.4\n"));
    assertEquals(
        34,
        only("account,followers,engagement\nx,1000,3.4\n", "engagement_rate=engagement")
            .engagements(),
        1e-12);
  }

  @Test
  void aCountGoesBeforeARate() {
    String csv = "username,followers,interactions,ER\nana,1000,30,9%\nben,1000,,9%\n";
    AccountList reading = read(csv);
    assertEquals(30, reading.accounts().get(0).engagements());
    assertEquals(90, reading.accounts().get(1).engagements());
  }

  @Test
  void onYouTubeARateByFollowersIsLeftOut() {
    AccountList reading = readAs("youtube.csv", "channel,subscribers,ER\nana,1000,9%\n", "");
    assertTrue(Double.isNaN(reading.accounts().get(0).engagements()));
    assertEquals(
        "the engagement rate is not used on YouTube, where it would be by views",
        notes(reading, "note"));
  }

  // Countries, topics and shares.

  @Test
  void countriesAndTopicsBecomeLabels() {
    Influencer ana =
        only(
            """
            username,followers,Audience country(mostly),category_1,Category-2
            ana,1,United States,"Music; Dance",-
            """);
    assertEquals(List.of("us"), ana.labels("country"));
    assertEquals(List.of("music", "dance"), ana.labels("topic"));
  }

  @Test
  void naIsNamibiaInACountryColumnAndUnknownElsewhere() {
    AccountList reading =
        read("username,followers,country_code,niche\nana,1,NA,NA\nben,1,N/A,Food\n");
    assertEquals(List.of("na"), reading.accounts().get(0).labels("country"));
    assertEquals(List.of(), reading.accounts().get(0).labels("topic"));
    assertEquals(List.of(), reading.accounts().get(1).labels("country"));
  }

  @Test
  void aRegionIsACountryUnlessItIsAContinentOrThereIsACountry() {
    assertEquals(List.of("br"), only("username,followers,region\nana,1,BR\n").labels("country"));
    assertEquals(List.of(), only("username,followers,region\nana,1,EU\n").labels("country"));
    assertEquals(
        List.of("mx"),
        only("username,followers,country_code,region\nana,1,MX,NA\n").labels("country"));
  }

  @Test
  void theCountryOfTheAudienceGoesBeforeThatOfTheAccount() {
    Influencer ana = only("username,followers,country,audience country\nana,1,DE,US\n");
    assertEquals(List.of("us"), ana.labels("country"));
  }

  @Test
  void sharesAreFractionsOrPercentagesByTheirDimension() {
    Influencer ana =
        only(
            """
            username,followers,country:Germany,country:US,topic:vegan,age:18-24
            ana,1,62,0.5,0.8,40%
            """);
    assertEquals(0.62, ana.audience("country", "de"));
    assertEquals(0.005, ana.audience("country", "us"));
    assertEquals(0.8, ana.audience("topic", "vegan"));
    assertEquals(0.4, ana.audience("age", "18-24"));
  }

  @Test
  void aShareThatIsNoneIsRejected() {
    AccountList reading =
        read(
            "username,followers,topic:vegan\nana,1,0.5\nben,1,x\ncem,1,1.2\ndan,1,0.1\neli,1,0.2\n");
    assertEquals(
        List.of(
            "3: share topic:vegan must be a number, was \"x\"",
            "4: share topic:vegan must be between 0 and 1, was 1.2"),
        reasons(reading));
  }

  // Prices.

  @Test
  void pricesTakeTheirCurrencyFromTheCellTheColumnOrTheBrand() {
    assertEquals(
        "EUR",
        readAs("i-instagram.csv", "name,followers,price\nana,1,€350\n", "EUR")
            .accounts()
            .get(0)
            .currency());
    assertEquals("USD", only("name,followers,price,currency\nana,1,350,usd\n").currency());
    assertEquals("GBP", only("name,followers,fee (GBP)\nana,1,350\n").currency());
    assertEquals(
        "USD",
        readAs("instagram.csv", "name,followers,price\nana,1,350\n", "USD")
            .accounts()
            .get(0)
            .currency());
  }

  @Test
  void aPriceWithoutACurrencyIsUnknown() {
    AccountList reading = read("name,followers,price\nana,1,350\n");
    assertTrue(Double.isNaN(reading.accounts().get(0).price()));
    assertEquals("prices without a currency are taken as unknown", notes(reading, "note"));
  }

  @Test
  void aPriceInAnotherCurrencyThanTheBrandsIsAnError() {
    AccountList reading =
        readAs("instagram.csv", "name,followers,price\nana,1,€350\nben,1,$20\n", "USD");
    assertEquals(
        List.of("2: price must be in USD, the brand's currency, was in EUR"), reasons(reading));
    InputException e =
        assertThrows(
            InputException.class,
            () -> readAs("instagram.csv", "name,followers,price (EUR)\nana,1,350\n", "USD"));
    assertEquals(
        "prices in instagram.csv must be in USD, the brand's currency, were in EUR; to do without"
            + " them, say --map price=-",
        e.getMessage());
    assertEquals(
        1,
        readAs("instagram.csv", "name,followers,price (EUR)\nana,1,350\n", "USD", "price=-")
            .accounts()
            .size());
  }

  @Test
  void pricesInSeveralCurrenciesAreThoseOfTheFirst() {
    AccountList reading = read("name,followers,price\nana,1,€350\nben,1,$20\ncem,1,€5\n");
    assertEquals(350, reading.accounts().get(0).price());
    assertTrue(Double.isNaN(reading.accounts().get(1).price()));
    assertEquals(5, reading.accounts().get(2).price());
    assertEquals("EUR", reading.profiles().currency());
    assertEquals(
        "prices in another currency than EUR are taken as unknown\n"
            + "prices without a currency are taken as unknown",
        notes(reading, "note"));
  }

  // Platforms.

  @Test
  void thePlatformComesFromTheHeaderOrTheFileName() {
    AccountList header = readAs("list.csv", "name,TikTok followers\nana,1\n", "");
    assertEquals(Platform.TIKTOK, header.accounts().get(0).platform());
    assertEquals("TikTok, as the header says", notes(header, "platform"));
    AccountList file = readAs("top-YT.csv", "name,followers\nana,1\n", "");
    assertEquals(Platform.YOUTUBE, file.accounts().get(0).platform());
    assertEquals("YouTube, as the file name says", notes(file, "platform"));
  }

  @Test
  void anUnknownPlatformIsAskedFor() {
    InputException e =
        assertThrows(InputException.class, () -> readAs("list.csv", "name,followers\nana,1\n", ""));
    assertEquals(
        "list.csv must tell its platform in a column, its header or its name, and does not: say"
            + " it, as in --platform instagram",
        e.getMessage());
    AccountList said = readOn("list.csv", "name,followers\nana,1\n", Optional.of(Platform.X), "");
    assertEquals("X, as you say", notes(said, "platform"));
  }

  @Test
  void aPlatformColumnTellsRowByRow() {
    String csv = "name,platform,followers\nana,IG,1\nana,Tik Tok,2\nben,Foo,3\ncem,,4\n";
    AccountList all = readAs("list.csv", csv, "");
    assertEquals(2, all.accounts().size());
    assertEquals("Instagram 1, TikTok 1, by the column", notes(all, "platform"));
    assertEquals(
        List.of(
            "4: platform must be instagram, tiktok, youtube, x, facebook, linkedin, twitch,"
                + " snapchat, pinterest or other, was \"Foo\"",
            "5: platform must be given, was \"\""),
        reasons(all));
    AccountList some = readOn("list.csv", csv, Optional.of(Platform.TIKTOK), "");
    assertEquals(2, some.accounts().size());
    assertEquals(
        "2 read + 1 rejected + 1 on other platforms = 4 rows in list.csv", notes(some, "rows"));
  }

  // Duplicates and posts.

  @Test
  void anAccountThatWasThereIsRejectedWithTheLineOfTheFirst() {
    AccountList reading = read("username,followers\nana,1\nana,1\nana,2\nben,2\n@ben,2\ncem,1\n");
    assertEquals(
        List.of(
            "3: account must come once, \"ana\" came before",
            "4: account must come once, \"ana\" came before",
            "6: account must come once, \"ben\" came before"),
        reasons(reading));
  }

  @Test
  void oneIdOnTwoPlatformsIsTwoAccounts() {
    AccountList reading =
        readAs("list.csv", "name,platform,followers\nana,ig,1\nana,tiktok,2\nana,ig,1\n", "");
    assertEquals(List.of("ana", "ana"), reading.accounts().stream().map(Influencer::id).toList());
    assertEquals(List.of("4: account must come once, \"ana\" came before"), reasons(reading));
  }

  @Test
  void aColumnThatIsTwiceIsReadFromTheLaterOneThatIsKnown() {
    AccountList reading =
        read("name,followers,topic:food,topic:Food\nana,1,0.5,\nben,1,0.5,0.25\n");
    assertEquals(0.5, reading.accounts().get(0).audience("topic", "food"));
    assertEquals(0.25, reading.accounts().get(1).audience("topic", "food"));
  }

  @Property
  void whatIsReadIsWhatIsWritten(
      @ForAll List<@From("numbers") String> likes, @ForAll @Size(max = 3) List<Boolean> rejected) {
    StringBuilder csv = new StringBuilder("username,followers,avg_likes\nx,10,1\n");
    List<Influencer> expected = new ArrayList<>();
    expected.add(Influencer.builder("x", Platform.INSTAGRAM).followers(10).likes(1).build());
    for (int i = 0; i < likes.size(); i++) {
      boolean bad = i < rejected.size() && rejected.get(i);
      csv.append("a%d,%s,%s%n".formatted(i, bad ? "-2" : "100000", likes.get(i)));
      if (!bad) {
        Influencer.Builder account =
            Influencer.builder("a" + i, Platform.INSTAGRAM).followers(100_000);
        if (!likes.get(i).isEmpty()) {
          account.likes(Double.parseDouble(likes.get(i)));
        }
        expected.add(account.build());
      }
    }
    AccountList reading = read(csv.toString(), "likes=avg_likes");
    assertEquals(expected, reading.accounts());
    for (RejectedRow reject : reading.rejects()) {
      assertTrue(reject.row().startsWith("a" + (reject.line() - 3) + ","), reject.row());
    }
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "7", "00.5", "12.34", "0.125", "123456789012345", "1234567.8912345"),
        Arbitraries.integers().between(1, 9_999).map(String::valueOf));
  }

  /** A cell with spaces is read in another way than one of digits alone. */
  @Property
  void spacesAroundCellsChangeNothing(
      @ForAll @Size(max = 5) List<@Size(8) List<@From("numberCells") String>> rows) {
    StringBuilder plain = new StringBuilder(NUMBER_COLUMNS);
    StringBuilder spaced = new StringBuilder(NUMBER_COLUMNS);
    for (List<String> cells : rows) {
      plain.append(String.join(";", cells)).append('\n');
      spaced.append(' ').append(String.join(" ; ", cells)).append(" \n");
    }
    assertEquals(told(plain.toString()), told(spaced.toString()));
  }

  private static final String NUMBER_COLUMNS =
      "id;followers;likes;avg comments;engagement;price (EUR);country:US;country:DE\n";

  private static List<Object> told(String csv) {
    try {
      AccountList reading = read(csv, "likes=likes");
      return List.of(reading.accounts(), reading.notes(), reasons(reading));
    } catch (InputException e) {
      return List.of(e.getMessage());
    }
  }

  @Provide
  Arbitrary<String> numberCells() {
    return Arbitraries.of(
        "",
        "0",
        "1",
        "2",
        "0.25",
        "60",
        "250",
        "48200",
        "48.200",
        "1.5",
        "0.5",
        "1,5",
        "12,345.6",
        "12%",
        "3.2k",
        "-3",
        "N/A",
        "x",
        "€5",
        "350 USD",
        "1234567890123456");
  }

  @Property
  void noTextBreaksTheReader(
      @ForAll @Size(max = 12) List<@From("cells") String> cells,
      @ForAll("separators") String separator) {
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      csv.append(cells.get(i)).append(i % 3 == 2 ? "\n" : separator);
    }
    try {
      AccountList reading = read(csv.toString());
      assertEquals(reading.rows(), taken(reading) + reading.rejects().size());
    } catch (InputException e) {
      assertTrue(e.getMessage().startsWith("instagram.csv "), e.getMessage());
    }
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "username",
            "followers",
            "avg likes",
            "ER",
            "country",
            "price",
            "topic:vegan",
            "id",
            "ana",
            "@ben",
            "12.3k",
            "-3",
            "1,2",
            "5%",
            "N/A",
            "€5",
            "US",
            "\"a\nb\"",
            "\""),
        Arbitraries.strings().ofMaxLength(6));
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(",", ";", "\t");
  }
}
