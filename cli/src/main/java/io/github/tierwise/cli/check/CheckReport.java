package io.github.tierwise.cli.check;

import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Rejects;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.AccountList.ColumnUse;
import io.github.tierwise.files.accounts.ReadNote;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.ProfileColumns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How tables were understood: columns, first accounts, what is unknown, rejects, questions. */
final class CheckReport {

  private static final int FIRST = 10;
  private static final int WIDE = 60;

  private record Unknown(Measure measure, int rows) {}

  private final AccountList accounts;

  CheckReport(AccountList accounts) {
    this.accounts = accounts;
  }

  private Section<ColumnUse> columns() {
    Section<ColumnUse> columns =
        Section.<ColumnUse>of("Columns", accounts.uses())
            .all("column", "column", each -> each.use().name())
            .all("field", "is", each -> each.use().field().isEmpty() ? "-" : each.use().field())
            .all("network", "network", each -> each.use().network())
            .all("unit", "unit", each -> each.use().unit())
            .all("aggregate", "of", each -> each.use().aggregate())
            .all("decimal_mark", "mark", each -> each.use().mark())
            .all("why", "why", WIDE, each -> each.use().why());
    boolean several = accounts.uses().stream().anyMatch(each -> !each.accounts().isEmpty());
    boolean tables = accounts.uses().stream().map(ColumnUse::table).distinct().count() > 1;
    if (several) {
      columns = columns.all("accounts", "for accounts on", ColumnUse::accounts);
    }
    return tables ? columns.all("table", "table", ColumnUse::table) : columns;
  }

  private Section<Influencer> first() {
    ProfileColumns profiles = accounts.profiles();
    Section<Influencer> section =
        Section.<Influencer>of(
                "First accounts",
                IntStream.range(0, Math.min(FIRST, profiles.size()))
                    .mapToObj(profiles::get)
                    .toList())
            .all("id", "account", Influencer::id)
            .all("platform", "platform", each -> each.platform().displayName());
    for (Measure measure : Measure.values()) {
      if (profiles.has(measure)) {
        section =
            section.all(
                measure.label(),
                measure.label().replace('_', ' '),
                each -> each.get(measure),
                value -> Double.isNaN(value) ? "" : NumberText.plain(value));
      }
    }
    return section.all("country", "country", each -> String.join(", ", each.labels("country")));
  }

  private Section<Unknown> unknown() {
    List<Measure> measures =
        Arrays.stream(Measure.values()).filter(accounts.profiles()::has).toList();
    int[] rows = new int[Measure.values().length];
    accounts.forEach(
        account ->
            measures.forEach(
                each -> rows[each.ordinal()] += Double.isNaN(account.get(each)) ? 1 : 0));
    List<Unknown> unknown =
        measures.stream()
            .map(measure -> new Unknown(measure, rows[measure.ordinal()]))
            .filter(each -> each.rows() > 0)
            .toList();
    return Section.<Unknown>of("Unknown", unknown)
        .all("field", "what", each -> each.measure().label())
        .all("accounts", "accounts", Unknown::rows, NumberText::count);
  }

  /** For people. */
  String text(int width) {
    StringBuilder text = new StringBuilder();
    for (ReadNote note : accounts.notes()) {
      if (!note.topic().equals("columns") && !note.topic().equals("not used")) {
        text.append(
            new TextLines(width)
                .say(String.format("%-11s", note.topic()), " ".repeat(11), note.text()));
      }
    }
    append("Columns", columns(), text, width);
    append("First accounts", first(), text, width);
    append("Unknown", unknown(), text, width);
    append("Rejected", Rejects.of(accounts.rejectKinds()), text, width);
    if (!accounts.questions().isEmpty()) {
      text.append("\nQuestions: no number counts before they are answered\n");
      accounts.questions().forEach(each -> text.append(new TextLines(width).say("- ", "  ", each)));
    }
    return text.toString();
  }

  private static void append(String title, Section<?> section, StringBuilder text, int width) {
    if (!section.isEmpty()) {
      text.append('\n').append(title).append('\n').append(section.text(width));
    }
  }

  /** For programs. */
  RecordMap record() {
    return RecordMap.empty()
        .and("input", accounts.name())
        .and("rows", accounts.rows())
        .and("accounts", accounts.profiles().size())
        .and("posts", accounts.posts())
        .and(
            "notes",
            accounts.notes().stream()
                .map(note -> RecordMap.empty().and("topic", note.topic()).and("text", note.text()))
                .toList())
        .and("columns", columns().records().toList())
        .and("first_accounts", first().records().toList())
        .and("unknown", unknown().records().toList())
        .and("rejected", Rejects.of(accounts.rejectKinds()).records().toList())
        .and("assumptions", accounts.assumptions())
        .and("questions", accounts.questions());
  }
}
