package io.github.tierwise.cli.input;

import io.github.tierwise.cli.text.Numerals;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is said aloud about how tables were read. */
final class TableNotes {

  private static final String POINT = "note";
  private static final int MOST_REJECTS = 3;

  private final List<Note> notes = new ArrayList<>();

  List<Note> toList() {
    return notes;
  }

  /**
   * Says how a table was read.
   *
   * @param accounts what its rows became, for their platforms
   */
  void table(InputTable table, List<Influencer> accounts) {
    table(table, "");
    String platform = table.platformNote();
    notes.add(new Note("platform", platform.isEmpty() ? byRow(accounts) : platform));
    columns(table);
    if (table.columns().numbers().containsKey(Field.ENGAGEMENT_RATE)
        && accounts.stream().anyMatch(a -> a.platform() == Platform.YOUTUBE)) {
      point("the engagement rate is not used on YouTube, where it would be by views");
    }
  }

  /** Says how a table of posts was read; its columns only if it has others than the one before. */
  void posts(InputTable table, String accountsName, boolean sameColumns) {
    table(table, accountsName);
    if (!sameColumns) {
      columns(table);
    }
  }

  void point(String text) {
    notes.add(new Note(POINT, text));
  }

  void say(String topic, String text) {
    notes.add(new Note(topic, text));
  }

  private void table(InputTable table, String accountsName) {
    Sheet sheet = table.sheet();
    List<Reject> rejects = table.rejects();
    String blank =
        sheet.blankRows() == 0 ? "" : ", besides " + Numerals.of(sheet.blankRows(), "blank row");
    notes.add(
        new Note(
            "rows",
            "%s read%s + %s rejected%s%s = %s in %s%s"
                .formatted(
                    Numerals.count(table.read()),
                    table.isPosts() ? " as posts" : "",
                    Numerals.count(rejects.size()),
                    table.elsewhere() == 0
                        ? ""
                        : " + " + Numerals.count(table.elsewhere()) + " on other platforms",
                    table.strangers() == 0
                        ? ""
                        : " + %s of accounts that are not in %s"
                            .formatted(Numerals.count(table.strangers()), accountsName),
                    Numerals.of(sheet.rows().size(), "row"),
                    table.source().name(),
                    blank)));
    rejects.stream()
        .limit(MOST_REJECTS)
        .forEach(
            reject ->
                notes.add(new Note("rejected", "line " + reject.line() + ": " + reject.reason())));
    if (rejects.size() > MOST_REJECTS) {
      notes.add(
          new Note(
              "",
              "and %s more; --rejects FILE keeps them all"
                  .formatted(Numerals.count(rejects.size() - MOST_REJECTS))));
    }
    if (!table.source().encoding().isEmpty()) {
      notes.add(new Note("encoding", table.source().encoding()));
    }
    if (sheet.separator() != ',') {
      notes.add(new Note("separator", sheet.separator() == '\t' ? "a tabulator" : "a semicolon"));
    }
  }

  private void columns(InputTable table) {
    Findings findings = table.findings();
    notes.add(new Note("columns", String.join("; ", findings.used())));
    if (!findings.unused().isEmpty()) {
      notes.add(new Note("not used", String.join("; ", findings.unused())));
    }
    findings.remarks().forEach(this::point);
  }

  private static String byRow(List<Influencer> accounts) {
    Map<Platform, Long> counts =
        accounts.stream()
            .collect(
                Collectors.groupingBy(Influencer::platform, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
            .map(entry -> entry.getKey().displayName() + " " + Numerals.count(entry.getValue()))
            .collect(Collectors.joining(", "))
        + ", by the column";
  }

  /** Says how posts became accounts. */
  void fold(PostFold fold, int posts, List<Influencer> accounts, String counted) {
    List<Influencer> having = accounts.stream().filter(fold::hasPosts).toList();
    say(
        "posts",
        "%s of %s".formatted(Numerals.of(posts, "post"), Numerals.of(having.size(), "account")));
    if (having.size() < accounts.size()) {
      point(
          "%s without posts: scored from what the row knows"
              .formatted(Numerals.of(accounts.size() - having.size(), "account")));
    }
    if (fold.withoutCounts() > 0) {
      point(
          "%s without a count of engagements left out of the level"
              .formatted(Numerals.of(fold.withoutCounts(), "post")));
    }
    if (fold.otherFollowers() > 0) {
      point(
          "followers differ between the rows of %s: those of the newest row are taken"
              .formatted(Numerals.of(fold.otherFollowers(), "account")));
    }
    say("counted", counted);
    having.stream()
        .map(Influencer::platform)
        .distinct()
        .sorted()
        .forEach(platform -> say("level", level(platform, fold)));
  }

  private static String level(Platform platform, PostFold fold) {
    var estimator = fold.estimator(platform);
    return estimator.halfLife() == 0
        ? "%s: from the last 30 posts as they were counted, their ages left out"
            .formatted(platform.displayName())
        : "%s: from the last 30 posts, each brought to full age with a half-life of %s days [%s]"
            .formatted(
                platform.displayName(),
                Numerals.plain(Math.rint(estimator.halfLife() * 100) / 100),
                estimator.source());
  }
}
