package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.Times;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PostsTest {

  private static final String POSTS =
      """
        username,created_at,likes,comments,shares,views,followers
        ana,2020-11-01,100,10,1,1000,5000
        ana,2020-11-03,200,20,2,2000,6000
        ana,2020-11-02,300,,3,3000,5500
        """;

  private static Source source(String name, String csv) {
    return Source.of(name, csv.getBytes(StandardCharsets.UTF_8));
  }

  private static ReadOptions options(String... mappings) {
    return new ReadOptions(
        Optional.empty(), Stream.of(mappings).map(ColumnMapping::parse).toList(), "");
  }

  private static ReadOptions countedAt(String time) {
    return new ReadOptions(Optional.empty(), List.of(), "", Times.parse(time), Map.of());
  }

  private static AccountList read(String csv, String... mappings) {
    return AccountReader.read(source("tiktok.csv", csv), options(mappings), rows -> {});
  }

  private static AccountList join(String accounts, String posts, String... mappings) {
    return join(accounts, posts, options(mappings));
  }

  private static AccountList join(String accounts, String posts, ReadOptions options) {
    return AccountReader.read(
        source("tiktok.csv", accounts), List.of(source("posts.csv", posts)), options, rows -> {});
  }

  private static String error(String csv, String... mappings) {
    return assertThrows(InputException.class, () -> read(csv, mappings)).getMessage();
  }

  private static Influencer only(AccountList reading) {
    assertEquals(1, reading.accounts().size());
    return reading.accounts().get(0);
  }

  private static String notes(AccountList reading, String topic) {
    return reading.notes().stream()
        .filter(note -> note.topic().equals(topic))
        .map(ReadNote::text)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> reasons(AccountList reading) {
    return reading.rejects().stream().map(r -> r.line() + ": " + r.reason()).toList();
  }

  private static Level level(Platform platform, PostHistory history) {
    return LevelEstimator.standard(platform).level(history);
  }

  private static void assertLevel(Level expected, Influencer account) {
    assertEquals(expected.log(), account.get(Measure.LEVEL));
    assertEquals(expected.variance(), account.get(Measure.LEVEL_VARIANCE));
    assertEquals(expected.deviation(), account.get(Measure.POST_DEVIATION));
  }

  // One table.

  @Test
  void postsBecomeOneAccountWithMeansAndALevel() {
    AccountList reading = read(POSTS);
    Influencer ana = only(reading);
    assertEquals(3, reading.posts());
    assertEquals("3 read as posts + 0 rejected = 3 rows in tiktok.csv", notes(reading, "rows"));
    assertEquals("3 posts of 1 account", notes(reading, "posts"));
    assertEquals(200, ana.likes());
    assertEquals(15, ana.comments(), "over the posts whose comments are known");
    assertEquals(2, ana.shares());
    assertEquals(2000, ana.views());
    assertEquals(3, ana.get(Measure.POSTS));
    assertEquals(EngagementModels.standard(Platform.TIKTOK).formula(), ana.levelFormula());
    PostHistory history =
        PostHistory.of(
            Instant.parse("2020-11-03T23:59:59.999999999Z"),
            List.of(
                new PostHistory.Post(Instant.parse("2020-11-01T00:00:00Z"), 111),
                new PostHistory.Post(Instant.parse("2020-11-02T00:00:00Z"), 303, true),
                new PostHistory.Post(Instant.parse("2020-11-03T00:00:00Z"), 222)));
    assertLevel(level(Platform.TIKTOK, history), ana);
    assertEquals(history.posts(), reading.histories().get(ana).posts());
    assertEquals(
        "TikTok: from the last 30 posts, each brought to full age with a half-life of 0.6 days [own"
            + " default, tried on TikTok]",
        notes(reading, "level"));
  }

  private static String lowerBound(String posts) {
    return "interactions that count are unknown of %s of 1 account: what is known is a lower bound"
        .formatted(posts);
  }

  private static final String ANAS_TWO =
      """
      account,uploaded_at,likes,comments
      ana,2020-01-01,100,%s
      ana,2020-01-02,100,%s
      """;

  @Test
  void aPostThatLacksAPartLeavesTheLevelOpenAbove() {
    String row = "platform,handle,followers\ninstagram,ana,5000\n";
    for (String[] lacking : new String[][] {{"", ""}, {"7", ""}, {"", "7"}}) {
      AccountList reading =
          join(row, ANAS_TWO.formatted(lacking[0], lacking[1]), ReadOptions.none());
      Influencer ana = only(reading);
      PostHistory history = reading.histories().get(ana);
      int posts = lacking[0].equals(lacking[1]) ? 2 : 1;
      assertEquals(posts, history.posts().stream().filter(PostHistory.Post::atLeast).count());
      LevelEstimator estimator = LevelEstimator.standard(Platform.INSTAGRAM);
      assertEquals(estimator.open(history), ana.get(Measure.LEVEL_OPEN));
      assertEquals(posts == 2 ? 1 : 0.5, ana.get(Measure.LEVEL_OPEN), posts == 2 ? 1e-9 : 0.1);
      assertEquals(lowerBound(posts == 2 ? "2 posts" : "1 post"), notes(reading, "note"));
    }
    AccountList whole = join(row, ANAS_TWO.formatted("7", "0"), ReadOptions.none());
    assertEquals(0, only(whole).get(Measure.LEVEL_OPEN));
    assertEquals("", notes(whole, "note"));
  }

  @Test
  void aMeanOfTheAccountsRowIsNotWhatItsPostsLack() {
    AccountList reading =
        join(
            "platform,handle,followers,avg comments\ninstagram,ana,5000,9\n",
            ANAS_TWO.formatted("", ""),
            ReadOptions.none());
    Influencer ana = only(reading);
    assertEquals(9, ana.comments());
    assertEquals(1, ana.get(Measure.LEVEL_OPEN), 1e-9);
    Score score = Scorer.of(BrandProfile.builder().build()).score(ana);
    assertEquals("engagements-at-least", score.flags().get(0).code());
  }

  @Test
  void aTotalOfAPostLacksNoPart() {
    AccountList reading =
        join(
            "platform,handle,followers\ninstagram,ana,5000\n",
            "account,uploaded_at,likes,engagements\nana,2020-01-01,90,100\nana,2020-01-02,80,90\n",
            ReadOptions.none());
    assertEquals(0, only(reading).get(Measure.LEVEL_OPEN));
  }

  @Test
  void followersAreThoseOfTheNewestRowAndItIsSaidIfTheyDiffer() {
    AccountList reading = read(POSTS);
    assertEquals(6000, only(reading).followers());
    assertEquals(
        lowerBound("1 post")
            + "\nfollowers differ between the rows of 1 account: those of the newest row are taken",
        notes(reading, "note"));
    Influencer unknownInTheNewest = only(read(POSTS.replace("2000,6000", "2000,")));
    assertEquals(5500, unknownInTheNewest.followers(), "the newest that is known");
  }

  @Test
  void otherWordsAboutTheAccountAreThoseOfTheNewestRowToo() {
    String csv =
        "account,date,likes,country\na,2020-01-02,1,DE\na,2020-01-01,1,FR\na,2020-01-01,2,FR\n";
    assertEquals(List.of("de"), List.copyOf(only(read(csv)).labels("country")));
  }

  @Test
  void meansAreOverTheLast30Posts() {
    String rows =
        IntStream.range(0, 40)
            .mapToObj(i -> "ana,%d,%d\n".formatted(1_600_000_000 + i * 86_400, i < 10 ? 9999 : 50))
            .collect(Collectors.joining());
    Influencer ana = only(read("username,create_time,likes\n" + rows));
    assertEquals(50, ana.likes());
    assertEquals(30, ana.get(Measure.POSTS));
  }

  @Test
  void aPostWithoutAnyEngagementIsAPostAndZeroIsNotHidden() {
    String rows =
        IntStream.range(0, 10)
            .mapToObj(i -> "ana,2020-01-%02d,%d\n".formatted(i + 1, i < 5 ? 0 : 1000))
            .collect(Collectors.joining());
    AccountList reading = read("username,date,likes\n" + rows);
    assertEquals(500, only(reading).likes());
    assertEquals(lowerBound("10 posts"), notes(reading, "note"));
  }

  @Test
  void aPostWhoseMainInteractionIsUnknownIsLeftOutOfTheLevelAndCounted() {
    AccountList reading = read(POSTS.replace(",300,", ",N/A,"));
    assertEquals(2, reading.histories().get(only(reading)).posts().size());
    assertTrue(
        notes(reading, "note")
            .contains("1 post without a count of engagements left out of the level"));
    assertEquals(3, reading.posts(), "it is a post all the same");
  }

  @Test
  void postsOfOneDayCountAlikeInWhateverOrderTheFileHasThem() {
    List<String> rows =
        List.of("ana,2026-03-01,10\n", "ana,2026-03-01,900\n", "ana,2026-03-01,70\n");
    String header = "username,date,likes\n";
    Influencer first = only(read(header + rows.get(0) + rows.get(1) + rows.get(2)));
    assertEquals(first, only(read(header + rows.get(2) + rows.get(0) + rows.get(1))));
    assertEquals(first, only(read(header + rows.get(1) + rows.get(2) + rows.get(0))));
  }

  @Test
  void aPostThatComesTwiceIsRejectedByItsIdEvenBeyond53Bits() {
    AccountList reading =
        read(
            """
        id,create_time,user_name,n_likes
        6892428462015958273,1604768557,ana,1
        6892428462015958274,1604768556,ana,2
        6892428462015958273,1604768557,ana,1
        6892428462015958275,1604768555,ana,3
        """);
    assertEquals(
        "id = user_name; likes = n_likes; time = create_time; post id = id",
        notes(reading, "columns"));
    assertEquals(
        List.of("4: post \"6892428462015958273\" was already on line 2 of tiktok.csv"),
        reasons(reading));
    assertEquals(2, only(reading).likes());
  }

  @Test
  void anIdThatIsTheSameInManyRowsIsNotThatOfAPost() {
    AccountList reading =
        read(
            "id,time,username,likes\n7,2020-01-01,ana,1\n7,2020-01-02,ana,2\n7,2020-01-03,ana,3\n");
    assertEquals(3, reading.posts());
    assertEquals("id (username names the account)", notes(reading, "not used"));
  }

  @Test
  void totalsAndMeansOfTheAccountAreNotCountsOfAPost() {
    String header = "user,time,likes,avg_likes,n_total_likes,n_total_vids\n";
    AccountList reading =
        read(header + "a,2020-01-01,1,9,99,7\na,2020-01-02,1,9,99,7\na,2020-01-03,1,9,99,7\n");
    assertEquals(1, only(reading).likes());
    assertEquals(
        "avg_likes (a mean over posts); n_total_likes (a total, not a mean per post); n_total_vids"
            + " (the posts are counted)",
        notes(reading, "not used"));
  }

  @Test
  void twoRowsAnAccountWithATimeAreAQuestionThatTheCallerAnswers() {
    String csv = "username,created,likes,followers\nana,2020-01-01,1,9\nana,2020-01-02,3,9\n";
    InputException asked = assertThrows(InputException.class, () -> read(csv, "likes=likes"));
    assertEquals(
        "tiktok.csv can be read in two ways: rows: accounts or posts? 2 rows for 1 account; if a row"
            + " is a post, say --map time=\"created\", else --map time=-",
        asked.getMessage());
    assertEquals(0, read(csv, "likes=likes", "time=-").posts());
    AccountList reading = read(csv, "time=created");
    assertEquals(2, reading.posts());
    assertEquals(2, only(reading).likes());
  }

  // Time.

  @Test
  void withoutAWordCountingTimeIsTheNewestOfTheWholeFileAndItIsSaid() {
    String rows = "ben,2020-11-08T06:00:00Z,1,1,1,1,9\nana,2020-11-02,1,1,1,1,1\n";
    AccountList reading = read(POSTS + rows);
    assertEquals(
        "2020-11-08T06:00:00Z, the newest time in the file, assumed; say --counted-at if it was"
            + " later",
        notes(reading, "counted"));
    assertEquals(
        Instant.parse("2020-11-08T06:00:00Z"),
        reading.histories().get(reading.accounts().get(0)).countedAt());
  }

  @Test
  void theCallersCountingTimeGoesFirstAndLaterPostsAreRejected() {
    AccountList reading =
        AccountReader.read(source("tiktok.csv", POSTS), countedAt("2020-11-02T12:00:00Z"), r -> {});
    assertEquals("2020-11-02T12:00:00Z, as you say", notes(reading, "counted"));
    assertEquals(
        List.of(
            "3: time must be at or before 2020-11-02T12:00:00Z, when posts were counted, was"
                + " 2020-11-03T00:00:00Z"),
        reasons(reading));
  }

  @Test
  void aPostWithoutAReadableTimeIsRejectedWithItsLine() {
    AccountList reading = read(POSTS + "ana,spring,1,1,1,1,1\nana,,1,1,1,1,1\n");
    assertEquals(3, reading.posts());
    assertEquals(
        List.of(
            "5: time must be %s, was \"spring\"".formatted(Times.OFFERED),
            "6: time must be %s, was \"\"".formatted(Times.OFFERED)),
        reasons(reading));
  }

  @Test
  void whereDayAndMonthCouldChangePlacesTwoDatesMustProveTheirOrder() {
    String dates = POSTS + "ana,03/11/2020,1,1,1,1,1\n";
    String question =
        "tiktok.csv can be read in two ways: created_at: does the day or the month stand first? say"
            + " --as time=day-first or --as time=month-first";
    assertEquals(question, error(dates));
    assertEquals(question, error(dates + "ana,03/27/2020,1,1,1,1,1\n"));
    AccountList proven = read(dates + "ana,03/27/2020,1,1,1,1,1\nana,03/28/2020,1,1,1,1,1\n");
    assertTrue(
        proven.histories().values().iterator().next().posts().stream()
            .anyMatch(post -> post.at().equals(Instant.parse("2020-03-11T00:00:00Z"))));
  }

  @Test
  void aTimeInTheFutureIsRejected() {
    ReadOptions options =
        ReadOptions.none().at(Clock.fixed(Instant.parse("2020-11-01T12:00:00Z"), ZoneOffset.UTC));
    AccountList reading = AccountReader.read(source("tiktok.csv", POSTS), options, rows -> {});
    assertEquals(
        List.of("3: time must not lie in the future, was 2020-11-03T00:00:00Z"), reasons(reading));
  }

  @Test
  void aLonePostOfTheNewestDayIsNotMultipliedForItsYouth() {
    AccountList reading = read(POSTS + "ben,2020-11-03,111,0,0,1,9\n", "time=created_at");
    Influencer ben = reading.accounts().get(1);
    assertEquals(Math.log(1 + 111) / Math.log(2), ben.get(Measure.LEVEL), 1e-9);
    assertEquals(
        "the age of the posts of 1 account is left out: they may be a day old, or not",
        notes(reading, "note").lines().reduce((first, last) -> last).orElse(""));
  }

  @Test
  void aHistoryOfAccountsIsNotTakenForPosts() {
    String rows = "username,date,followers,likes,posts\n";
    for (int day = 1; day <= 4; day++) {
      rows += "ana,2020-01-0" + day + ",10,500,300\n";
    }
    assertEquals(
        "tiktok.csv can be read in two ways: rows: posts, or the same accounts on several days? they"
            + " have a number of posts; keep the newest row of each account, or, if a row is a post,"
            + " say --map posts=-",
        error(rows));
    assertEquals(4, read(rows, "posts=-").posts());
  }

  @Test
  void withAnOrderButNoTimesAgesAreUnknownAndLeftOut() {
    AccountList reading =
        read(
            "username,post_index,likes,followers\nana,0,400,9\nana,1,200,8\nana,2,100,7\nana,x,1,1\n");
    Influencer ana = only(reading);
    assertEquals(9, ana.followers(), "0 is the newest");
    PostHistory history = PostHistory.untimed(100, 200, 400);
    assertLevel(level(Platform.TIKTOK, history), ana);
    // What they have of comments and shares is unknown.
    PostHistory atLeast =
        new PostHistory(
            PostHistory.UNKNOWN,
            history.posts().stream()
                .map(post -> new PostHistory.Post(post.at(), post.engagements(), true))
                .toList());
    assertEquals(Map.of(ana, atLeast), reading.histories());
    assertEquals(
        "at an unknown time: the posts have an order, 0 for the newest, and no times",
        notes(reading, "counted"));
    assertEquals(
        "TikTok: from the last 30 posts as they were counted, their ages left out",
        notes(reading, "level"));
    assertEquals(
        List.of("5: order must be a number, 0 for the newest post, was \"x\""), reasons(reading));
  }

  @Test
  void postsWithoutTimeAndOrderAreRefusedWithTheirColumns() {
    assertEquals(
        "tiktok.csv must have a column of times, since a row seems to be a post (3 rows for 1"
            + " account); found id = username; likes = likes; not used caption; say which column it"
            + " is, as in --map time=COLUMN",
        error("username,caption,likes\nana,a,1\nana,b,2\nana,c,3\n"));
  }

  @Test
  void postsWithoutCountsAreRefused() {
    assertTrue(
        error("username,date,followers\nana,2020-01-01,1\nana,2020-01-02,2\nana,2020-01-03,3\n")
            .startsWith("tiktok.csv must have a column of likes or engagements, since a row"));
  }

  // Two tables.

  @Test
  void postsAreJoinedToTheirAccountsById() {
    AccountList reading =
        join(
            "handle,followers,category\n@ana,100,food\nben,200,art\n",
            """
        account,uploaded_at,likes,followers
        ana,2020-01-01,10,1
        ana,2020-01-02,30,1
        zoe,2020-01-03,5,1
        """);
    assertEquals(
        "2 read + 0 rejected = 2 rows in tiktok.csv\n"
            + "2 read as posts + 0 rejected + 1 of accounts that are not in tiktok.csv = 3 rows in"
            + " posts.csv",
        notes(reading, "rows"));
    Influencer ana = reading.accounts().get(0);
    assertEquals(20, ana.likes());
    assertEquals(100, ana.followers(), "the account's row goes first");
    assertEquals(List.of("food"), List.copyOf(ana.labels("topic")));
    Influencer ben = reading.accounts().get(1);
    assertTrue(Double.isNaN(ben.get(Measure.LEVEL)));
    assertEquals(200, ben.followers());
    assertEquals(
        "1 account without posts: scored from what the row knows\n" + lowerBound("2 posts"),
        notes(reading, "note"));
    assertEquals("2 posts of 1 account", notes(reading, "posts"));
  }

  @Test
  void whatTheAccountsRowDoesNotKnowComesFromThePosts() {
    AccountList reading =
        join(
            "handle,followers\nana,N/A\nben,1\n",
            "account,time,likes,followers\nana,2020-01-01,1,77\n");
    assertEquals(77, reading.accounts().get(0).followers());
  }

  @Test
  void aPostWithoutAPlatformIsOnThatOfItsAccount() {
    String accounts =
        "handle,platform,followers\nana,YouTube,1\nben,TikTok,1\ncem,TikTok,1\ncem,YouTube,1\n";
    AccountList reading =
        join(
            accounts, "account,time,likes\nana,2020-01-01,1\nben,2020-01-01,2\ncem,2020-01-01,3\n");
    assertEquals(1, reading.accounts().get(0).likes());
    assertEquals(2, reading.accounts().get(1).likes());
    assertEquals(List.of("4: platform must be given, was \"\""), reasons(reading));
  }

  @Test
  void postsOfSeveralTablesArePooledAndAPostInTwoOfThemCountsOnce() {
    String header = "id,user_name,create_time,likes,followers\n";
    String one = header + "1,ana,2020-01-01,10,5\n2,ana,2020-01-02,20,5\n3,ana,2020-01-03,30,5\n";
    String two = header + "3,ana,2020-01-03,30,6\n4,ben,2020-01-05,50,7\n";
    AccountList reading = join(one, two);
    assertEquals(4, reading.posts());
    assertEquals(List.of("ana", "ben"), reading.accounts().stream().map(Influencer::id).toList());
    assertEquals(List.of("2: post \"3\" was already on line 4 of tiktok.csv"), reasons(reading));
    assertEquals("posts.csv", reading.rejects().get(0).file());
    assertEquals(List.of("tiktok.csv", "posts.csv"), reading.files());
    assertTrue(notes(reading, "counted").contains("the newest time in the files"));
  }

  @Test
  void aMappingIsForEveryTableThatHasTheColumn() {
    AccountList reading =
        join(
            "who,followers\nana,5\nben,6\n",
            "who,made,hearts_given\nana,2020-01-01,10\n",
            "id=who",
            "likes=hearts_given",
            "time=made");
    assertEquals(10, reading.accounts().get(0).likes());
    InputException e =
        assertThrows(
            InputException.class,
            () -> join("who,followers\nana,5\n", "who,date,likes\nana,1,1\n", "id=xyz"));
    assertEquals(
        "--map: column must be one of who, followers in tiktok.csv, was \"xyz\"", e.getMessage());
  }

  private static String refusal(String accounts, String posts, String... mappings) {
    return assertThrows(InputException.class, () -> join(accounts, posts, mappings)).getMessage();
  }

  /** Rows of a table, the numbers of which go from one to another. */
  private static String rows(String header, String format, int from, int to) {
    return header
        + IntStream.range(from, to)
            .mapToObj(i -> String.format(Locale.ROOT, format, i))
            .collect(Collectors.joining());
  }

  @Test
  void aListMayBeAPartOfThePostsAndPostsOfAPartOfTheList() {
    String format = "a%1$d,2020-01-01,1\n";
    String posts = rows("account,time,likes\n", format, 0, 100);
    assertEquals(2, join("handle,followers\na1,5\na2,5\n", posts).accounts().size());
    String accounts = rows("handle,followers\n", "a%d,5\n", 0, 100);
    AccountList few = join(accounts, "account,time,likes\na1,2020-01-01,7\n");
    assertEquals(7, few.accounts().get(1).likes());
  }

  /** What the caller says of the columns wins, if there is anything to join. */
  @Test
  void fewerThanHalfMatchedIsAskedAndTheAnswerCounts() {
    String accounts = rows("handle,followers\n", "a%d,5\n", 0, 10);
    String posts = rows("account,time,likes\n", "a%1$d,2020-01-01,1\n", 6, 16);
    assertEquals(
        "posts must find their accounts, half of them at least: handle of tiktok.csv (10 names)"
            + " and account of posts.csv (10 names) have 4 in common; say which columns name the"
            + " account, as in --map id=handle --map id=account",
        refusal(accounts, posts));
    AccountList said = join(accounts, posts, "id=handle", "id=account");
    assertEquals(1, said.accounts().get(6).likes());
    String others = rows("account,time,likes\n", "b%1$d,2020-01-01,1\n", 0, 10);
    assertTrue(
        refusal(accounts, others, "id=handle", "id=account").contains("have 0 in common"),
        "nothing joined");
  }

  @Test
  void twoWaysToJoinAreAskedWithTheFiguresOfBoth() {
    String accounts = rows("handle,userid,followers\n", "a%1$d,%1$d,5\n", 0, 10);
    String posts =
        rows("account,userid,time,likes\n", "a%1$d,%1$d,2020-01-01,1\n", 0, 5)
            + "b,5,2020-01-01,1\n";
    assertEquals(
        "accounts and posts can be joined in two ways: userid of tiktok.csv (10 names) and userid"
            + " of posts.csv (6 names) have 6 in common, or handle of tiktok.csv (10 names) and"
            + " account of posts.csv (6 names) have 5 in common; say which, as in --map id=userid",
        refusal(accounts, posts));
    assertEquals(10, join(accounts, posts, "id=userid").accounts().size());
  }

  @Test
  void tablesWithAndWithoutTimesDoNotMix() {
    InputException e =
        assertThrows(
            InputException.class,
            () ->
                AccountReader.read(
                    source("tiktok.csv", "id,followers\nana,5\nben,6\n"),
                    List.of(
                        source("a.csv", "id,date,likes\nana,2020-01-01,1\n"),
                        source("b.csv", "id,post_index,likes\nana,0,1\n")),
                    options(),
                    rows -> {}));
    assertEquals(
        "posts must all have times or none, a.csv and b.csv differ: say --map time=- to do without",
        e.getMessage());
  }

  @Test
  void aCountingTimeWithoutPostsIsRefused() {
    InputException e =
        assertThrows(
            InputException.class,
            () ->
                AccountReader.read(
                    source("tiktok.csv", "id,followers\nana,5\n"),
                    countedAt("2020-01-01"),
                    rows -> {}));
    assertEquals(
        "--counted-at must go with posts, tiktok.csv has one row an account", e.getMessage());
  }

  // Sponsored posts.

  private static final String SPONSORED =
      """
        username,created_at,likes,followers,is_ad
        ana,2020-11-01,100,5000,false
        ana,2020-11-02,900,5100,true
        ana,2020-11-03,200,5200,0
        ana,2020-11-04,950,5300,
        ana,2020-11-05,,5400,no
        ana,2020-11-06,800,5500,yes
        ana,2020-11-07,999,6000,false
        bob,2020-11-01,7,10,true
        bob,2020-11-02,,10,false
        bob,2020-11-03,8,10,true
        """;

  @Test
  void aSponsoredPostIsSeenFromEarlierPostsThatAreNotSponsored() {
    AccountList reading = read(SPONSORED);
    assertTrue(reading.sponsored().marked());
    assertEquals(1, reading.sponsored().unmarked(), "blank, where others are said to be none");
    List<SponsoredPost> posts = reading.sponsored().posts().get();
    assertEquals(2, posts.size(), "none of bob: nothing is known before");
    SponsoredPost first = posts.get(0);
    assertEquals(900, first.post().engagements());
    assertEquals(100, first.before().likes());
    assertEquals(5000, first.before().followers());
    assertEquals(1, first.before().get(Measure.POSTS));
    SponsoredPost second = posts.get(1);
    assertEquals(800, second.post().engagements());
    assertEquals(150, second.before().likes());
    assertEquals(5400, second.before().followers());
    assertEquals(
        List.of(100.0, 200.0),
        second.earlier().posts().stream().map(PostHistory.Post::engagements).toList());
    assertLevel(level(Platform.TIKTOK, second.earlier()), second.before());
    // Counted at the end of the 7th.
    assertEquals(2, second.age(), 1e-9);
    AccountList untimed =
        read("username,post_index,likes,is_ad\nana,2,5,no\nana,1,7,no\nana,0,6,yes\n");
    assertTrue(Double.isNaN(untimed.sponsored().posts().get().get(0).age()));
  }

  @Test
  void aBlankIsNoWhereOnlyTheSponsoredAreMarked() {
    AccountList reading = read(SPONSORED.replaceAll(",(false|0|no)\n", ",\n"));
    assertEquals(0, reading.sponsored().unmarked());
    List<SponsoredPost> posts = reading.sponsored().posts().get();
    assertEquals(2, posts.size());
    assertEquals((100 + 200 + 950) / 3.0, posts.get(1).before().likes());
  }

  @Test
  void whatTheRowOfAnAccountKnowsOfLaterPostsIsNotSeenBefore() {
    AccountList reading =
        join(
            "username,followers,likes,comments,price (USD)\nana,7000,500,40,90\n",
            SPONSORED.replace("followers,", "").replaceAll(",5\\d00,|,6000,|,10,", ","));
    SponsoredPost first = reading.sponsored().posts().get().get(0);
    assertEquals(100, first.before().likes());
    assertTrue(Double.isNaN(first.before().comments()));
    assertEquals(7000, first.before().followers());
    assertEquals(90, first.before().price());
  }

  @Test
  void withoutAColumnThatMarksThemNoPostIsSponsored() {
    AccountList.Sponsored none = read(POSTS).sponsored();
    assertEquals(false, none.marked());
    assertEquals(List.of(), none.posts().get());
    AccountList accounts = read("username,followers,likes,sponsored\nana,5000,100,true\n");
    assertEquals(false, accounts.sponsored().marked());
    assertTrue(notes(accounts, "not used").contains("sponsored (used of posts alone)"));
  }
}
