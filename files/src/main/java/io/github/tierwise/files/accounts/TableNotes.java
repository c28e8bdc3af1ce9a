package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import io.github.tierwise.files.columns.ColumnNotes;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.files.table.RejectKind;
import io.github.tierwise.files.table.RejectedRows;
import io.github.tierwise.files.table.Sheet;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said aloud about how tables were read. */
final class TableNotes {

  private static final String POINT = "note";
  private static final int MOST_KINDS = 5;
  private static final int MOST_NAMED = 5;

  private final List<ReadNote> notes = new ArrayList<>();
  private final List<String> assumptions = new ArrayList<>();

  List<ReadNote> toList() {
    return notes;
  }

  /**
   * Says how a table was read.
   *
   * @param platforms how many accounts there are, by platform
   */
  void table(InputTable table, Map<Platform, Long> platforms) {
    table(table, "");
    String platform = table.platformNote();
    notes.add(
        new ReadNote(
            "platform",
            platform.isEmpty()
                ? byRow(platforms)
                    + (table.columns().wide() ? ", by the header" : ", by the column")
                : platform));
    columns(table);
    unknown(table);
    if (table.columns().any().numbers().containsKey(Field.ENGAGEMENT_RATE)
        && platforms.containsKey(Platform.YOUTUBE)) {
      point("the engagement rate is not used on YouTube, where it would be by views");
    }
  }

  /** Says how a table of posts was read; its columns only if it has others than the one before. */
  void posts(InputTable table, String accountsName, boolean sameColumns) {
    table(table, accountsName);
    if (!sameColumns) {
      columns(table);
    }
    unknown(table);
  }

  /** Says what is believed though nothing says it, once. */
  void assume(String text) {
    if (!assumptions.contains(text)) {
      assumptions.add(text);
      point(text);
    }
  }

  /** What is believed though nothing says it; each with the option that would say it. */
  List<String> assumptions() {
    return assumptions;
  }

  /** Believed and already said elsewhere. */
  void believe(String text) {
    assumptions.add(text);
  }

  void point(String text) {
    notes.add(new ReadNote(POINT, text));
  }

  void say(String topic, String text) {
    notes.add(new ReadNote(topic, text));
  }

  private void table(InputTable table, String accountsName) {
    Sheet sheet = table.sheet();
    RejectedRows rejects = table.tally().rejects();
    long blankRows = table.tally().blank();
    String blank = blankRows == 0 ? "" : ", besides " + NumberText.of(blankRows, "blank row");
    notes.add(
        new ReadNote(
            "rows",
            "%s read%s + %s rejected%s%s = %s in %s%s"
                .formatted(
                    NumberText.count(table.tally().read()),
                    table.isPosts()
                        ? " as posts"
                        : table.columns().wide()
                            ? " as " + NumberText.of(table.tally().accounts(), "account")
                            : "",
                    NumberText.count(rejects.size()),
                    table.tally().elsewhere() == 0
                        ? ""
                        : " + "
                            + NumberText.count(table.tally().elsewhere())
                            + " on other platforms",
                    table.tally().strangers() == 0
                        ? ""
                        : " + %s of accounts that are not in %s"
                            .formatted(NumberText.count(table.tally().strangers()), accountsName),
                    NumberText.of(table.tally().rows(), "row"),
                    table.name(),
                    blank)));
    rejects(rejects.kinds(), rejects.size());
    sheet.notes().forEach(note -> notes.add(new ReadNote(note.topic(), note.text())));
  }

  /** Says why rows could not be read, once for each reason. */
  private void rejects(List<RejectKind> kinds, int rows) {
    int named = 0;
    for (RejectKind kind : kinds.stream().limit(MOST_KINDS).toList()) {
      named += kind.where().size();
      String more =
          kind.rows() == kind.where().size()
              ? ""
              : " and %s more".formatted(NumberText.count(kind.rows() - kind.where().size()));
      notes.add(
          new ReadNote(
              "rejected",
              "%s%s: %s".formatted(String.join(", ", kind.where()), more, kind.reason())));
    }
    if (rows > named) {
      notes.add(new ReadNote("", "--rejects FILE keeps all %s".formatted(NumberText.count(rows))));
    }
  }

  private void columns(InputTable table) {
    for (ColumnNotes columns : table.notes()) {
      String network = columns.network().map(each -> " " + each.displayName()).orElse("");
      notes.add(
          new ReadNote(
              "columns",
              (network + " ").strip() + (network.isEmpty() ? "" : ": ") + columns.usedText()));
      if (!columns.unused().isEmpty()) {
        notes.add(new ReadNote("not used", String.join("; ", columns.unused())));
      }
      columns.assumptions().forEach(this::assume);
    }
  }

  /** What was read as unknown though something was there. */
  private void unknown(InputTable table) {
    table
        .tally()
        .unknown()
        .counts()
        .forEach((rule, count) -> point(rule.words() + ": " + NumberText.of(count, "time")));
    if (table.tally().unknown().fewLikes() > 0) {
      point(
          "likes may be hidden on %s: 3 likes or fewer beside ten times as many comments"
              .formatted(
                  NumberText.of(
                      table.tally().unknown().fewLikes(), table.isPosts() ? "post" : "account")));
    }
    if (table.tally().words() > 0) {
      point(
          "%s without a number taken as unknown"
              .formatted(NumberText.of(table.tally().words(), "price")));
    }
    Map<String, Integer> strange = table.tally().strangeCountries();
    if (!strange.isEmpty()) {
      point(
          "%s no known country, in %s: %s"
              .formatted(
                  strange.size() == 1
                      ? "1 value is"
                      : NumberText.of(strange.size(), "value") + " are",
                  NumberText.of(strange.values().stream().mapToInt(Integer::intValue).sum(), "row"),
                  strange.keySet().stream()
                      .limit(MOST_NAMED)
                      .map(Quote::of)
                      .collect(Collectors.joining(", "))));
    }
  }

  private static String byRow(Map<Platform, Long> platforms) {
    return platforms.entrySet().stream()
        .map(each -> each.getKey().displayName() + " " + NumberText.count(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  /**
   * Says how posts became accounts.
   *
   * @param posts how many posts there are
   * @param accounts how many accounts there are, with posts or without
   */
  void fold(PostFold fold, int posts, int accounts, String counted) {
    int having = fold.made();
    say(
        "posts",
        "%s of %s".formatted(NumberText.of(posts, "post"), NumberText.of(having, "account")));
    if (having < accounts) {
      point(
          "%s without posts: scored from what the row knows"
              .formatted(NumberText.of(accounts - having, "account")));
    }
    if (fold.withoutCounts() > 0) {
      point(
          "%s without a count of engagements left out of the level"
              .formatted(NumberText.of(fold.withoutCounts(), "post")));
    }
    if (fold.postsAtLeast() > 0) {
      point(
          "interactions that count are unknown of %s of %s: what is known is a lower bound"
              .formatted(
                  NumberText.of(fold.postsAtLeast(), "post"),
                  NumberText.of(fold.accountsAtLeast(), "account")));
    }
    if (fold.otherFollowers() > 0) {
      point(
          "followers differ between the rows of %s: those of the newest row are taken"
              .formatted(NumberText.of(fold.otherFollowers(), "account")));
    }
    if (fold.roundedIds() > 0) {
      point(
          "ids of %s were rounded by a spreadsheet and name none"
              .formatted(NumberText.of(fold.roundedIds(), "post")));
    }
    if (fold.withoutAge() > 0) {
      point(
          "the age of the posts of %s is left out: they may be a day old, or not"
              .formatted(NumberText.of(fold.withoutAge(), "account")));
    }
    say("counted", counted);
    fold.platforms().forEach(platform -> say("level", level(platform, fold)));
    say(
        "rates",
        "engagement rates are of these levels, and of means where an account has no posts");
  }

  private static String level(Platform platform, PostFold fold) {
    var estimator = fold.estimator(platform);
    return estimator.halfLife() == 0 || !fold.isTimed()
        ? "%s: from the last 30 posts as they were counted, their ages left out"
            .formatted(platform.displayName())
        : "%s: from the last 30 posts, each brought to full age with a half-life of %s days [%s]"
            .formatted(
                platform.displayName(),
                NumberText.plain(Math.rint(estimator.halfLife() * 100) / 100),
                estimator.source());
  }
}
