package io.github.tierwise.cli.write;

import io.github.tierwise.cli.write.TextTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Figures of one kind, declared once for all who read them: a column says how programs and people
 * call it, its value, and how that reads. Four writers make a table of text, a table of a page, CSV
 * and JSON. Immutable.
 *
 * @param <T> what a row is about
 */
public final class Section<T> {

  /** The most cells of a terminal that a column takes unless it says otherwise. */
  private static final int NAME = 34;

  /** Who reads a column. */
  private enum Form {
    TEXT,
    PAGE,
    CSV,
    JSON
  }

  private record Figure<T>(
      Set<Form> forms,
      String name,
      Column column,
      Function<? super T, ?> value,
      Function<? super T, String> words) {

    boolean isData() {
      return forms.contains(Form.CSV) || forms.contains(Form.JSON);
    }
  }

  private final String title;
  private final Iterable<? extends T> rows;
  private final List<Figure<T>> figures;

  private Section(String title, Iterable<? extends T> rows, List<Figure<T>> figures) {
    this.title = title;
    this.rows = rows;
    this.figures = figures;
  }

  /**
   * A section without columns.
   *
   * @param title what it shows
   * @param rows what its rows are about; each writer walks over them once
   */
  public static <T> Section<T> of(String title, Iterable<? extends T> rows) {
    return new Section<>(title, rows, List.of());
  }

  /** Adds a column of words, for everybody, as wide as a name. */
  public Section<T> all(String name, String title, Function<? super T, String> words) {
    return all(name, title, NAME, words);
  }

  /** Adds a column of figures, for everybody, as wide as a name. */
  public <V> Section<T> all(
      String name, String title, Function<? super T, ? extends V> value, Function<V, String> unit) {
    return all(name, title, NAME, value, unit);
  }

  /** Adds a column of words, for everybody. */
  public Section<T> all(String name, String title, int most, Function<? super T, String> words) {
    return with(Set.of(Form.values()), name, new Column(title, false, most), words, words);
  }

  /** Adds a column of figures, for everybody; the unit is how one reads to people. */
  public <V> Section<T> all(
      String name,
      String title,
      int most,
      Function<? super T, ? extends V> value,
      Function<V, String> unit) {
    Column column = new Column(title, true, most);
    return with(Set.of(Form.values()), name, column, value, row -> unit.apply(value.apply(row)));
  }

  /** Adds a column for people. */
  public Section<T> people(String title, int most, Function<? super T, String> words) {
    return with(Set.of(Form.TEXT, Form.PAGE), "", new Column(title, false, most), words, words);
  }

  /** Adds a column for people at a terminal alone, as wide as a name. */
  public Section<T> text(String title, Function<? super T, String> words) {
    return text(title, NAME, words);
  }

  /** Adds a column for people at a terminal alone; it takes at most so many cells of it. */
  public Section<T> text(String title, int most, Function<? super T, String> words) {
    return with(Set.of(Form.TEXT), "", new Column(title, false, most), words, words);
  }

  /** Adds a column for readers of a page alone. */
  public Section<T> page(String title, Function<? super T, String> words) {
    return with(Set.of(Form.PAGE), "", new Column(title, false, 0), words, words);
  }

  /** Adds a column of figures for readers of a page and for programs. */
  public <V> Section<T> page(
      String name, String title, Function<? super T, ? extends V> value, Function<V, String> unit) {
    Column column = new Column(title, true, 0);
    Set<Form> forms = Set.of(Form.PAGE, Form.CSV, Form.JSON);
    return with(forms, name, column, value, row -> unit.apply(value.apply(row)));
  }

  /** Adds a column for programs. */
  public Section<T> data(String name, Function<? super T, ?> value) {
    return with(Set.of(Form.CSV, Form.JSON), name, new Column("", false, 0), value, row -> "");
  }

  /** Adds a column of CSV alone. */
  public Section<T> csv(String name, Function<? super T, ?> value) {
    return with(Set.of(Form.CSV), name, new Column("", false, 0), value, row -> "");
  }

  /** Adds a column of JSON alone. */
  public Section<T> json(String name, Function<? super T, ?> value) {
    return with(Set.of(Form.JSON), name, new Column("", false, 0), value, row -> "");
  }

  /** Adds what is another for each row, for JSON alone: the fields that the row has. */
  public Section<T> fields(Function<? super T, RecordMap> fields) {
    return json("", fields);
  }

  /** The same; the last column stands to the right in text, as figures for everybody do anyway. */
  public Section<T> right() {
    return aligned(true);
  }

  /** The same; the last column stands to the left in text, as words do anyway. */
  public Section<T> left() {
    return aligned(false);
  }

  private Section<T> aligned(boolean right) {
    int last = figures.size() - 1;
    Figure<T> it = figures.get(last);
    Column column = new Column(it.column.title(), right, it.column.most());
    return new Section<T>(title, rows, figures.subList(0, last))
        .with(it.forms, it.name, column, it.value, it.words);
  }

  private Section<T> with(
      Set<Form> forms,
      String name,
      Column column,
      Function<? super T, ?> value,
      Function<? super T, String> words) {
    List<Figure<T>> all = new ArrayList<>(figures);
    all.add(new Figure<>(forms, name, column, value, words));
    return new Section<>(title, rows, all);
  }

  /**
   * The same for programs with some of the columns, in another order.
   *
   * @param names how programs call them; what is none is left out
   */
  public Section<T> only(List<String> names) {
    return new Section<>(
        title,
        rows,
        names.stream()
            .flatMap(
                name ->
                    figures.stream().filter(figure -> figure.isData() && figure.name.equals(name)))
            .toList());
  }

  /** How programs call the columns of CSV. */
  public List<String> csvNames() {
    return in(Form.CSV).stream().map(Figure::name).toList();
  }

  /** How programs call the fields of a record of JSON. */
  public List<String> jsonNames() {
    return in(Form.JSON).stream().map(Figure::name).toList();
  }

  /** The cells of one row of CSV. */
  public List<String> csvCells(T row) {
    return in(Form.CSV).stream().map(figure -> Records.cell(figure.value.apply(row))).toList();
  }

  /** One row as JSON has it. */
  public RecordMap record(T row) {
    return record(in(Form.JSON), row);
  }

  private List<Figure<T>> in(Form form) {
    return figures.stream().filter(figure -> figure.forms.contains(form)).toList();
  }

  private Stream<? extends T> stream() {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private Stream<List<String>> words(List<Figure<T>> shown) {
    return stream().map(row -> shown.stream().map(figure -> figure.words.apply(row)).toList());
  }

  private Stream<RecordMap> records(Form form) {
    List<Figure<T>> shown = in(form);
    return stream().map(row -> record(shown, row));
  }

  private static <T> RecordMap record(List<Figure<T>> shown, T row) {
    RecordMap record = RecordMap.empty();
    for (Figure<T> figure : shown) {
      Object value = figure.value.apply(row);
      if (figure.name.isEmpty() && value instanceof RecordMap fields) {
        record.putAll(fields);
      } else {
        record.and(figure.name, value);
      }
    }
    return record;
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    return !rows.iterator().hasNext();
  }

  /** The table in lines of at most {@code width} cells. */
  public String text(int width) {
    List<Figure<T>> shown = in(Form.TEXT);
    TextTable table = new TextTable(shown.stream().map(Figure::column).toList());
    words(shown).forEach(table::add);
    return table.toText(width);
  }

  /**
   * The table of a page, with the title as its caption.
   *
   * @param words how many columns on the left hold words; the others hold numbers
   */
  public Grid page(int words) {
    List<Figure<T>> shown = in(Form.PAGE);
    List<String> header = shown.stream().map(figure -> figure.column.title()).toList();
    return new Grid(title, header, words, words(shown).toList());
  }

  /** A line for each row below the names of the columns, each made when it is its turn. */
  public Content csv() {
    return Records.csv(csvNames(), records(Form.CSV).iterator());
  }

  /** A record for each row, as JSON has it. */
  public Stream<RecordMap> records() {
    return records(Form.JSON);
  }
}
