package io.github.tierwise.files.accounts;

import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.ColumnReading;
import io.github.tierwise.files.table.FilePieces;
import io.github.tierwise.profile.Platform;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the caller says about the tables.
 *
 * @param platform the platform of the accounts
 * @param mappings the columns that the caller names
 * @param currency the brand's currency, the only one that prices may have; empty if any may
 * @param countedAt when posts were counted; if empty, at the newest time of all posts
 * @param estimators how posts become a level, by platform; the standard one where none is given
 * @param readings how cells are meant that can be read in two ways
 * @param header the line of the header; 0 if it is the first that is not blank
 * @param sheet the sheet of a workbook; if empty it is the first that is not hidden
 * @param clock tells what lies in the future
 * @param asking whether open questions are told with the accounts instead of refusing the table
 * @param threads how many threads read a file at most, at least 1; what is read is the same
 * @param pieceBytes how many bytes of a file a thread takes at a time; what is read is the same
 * @param maxRejects reading ends once more rows than this are rejected
 */
public record ReadOptions(
    Optional<Platform> platform,
    List<ColumnMapping> mappings,
    String currency,
    Optional<Instant> countedAt,
    Map<Platform, LevelEstimator> estimators,
    List<ColumnReading> readings,
    long header,
    Optional<String> sheet,
    Clock clock,
    boolean asking,
    int threads,
    int pieceBytes,
    int maxRejects) {

  public ReadOptions {
    mappings = List.copyOf(mappings);
    estimators = Map.copyOf(estimators);
    readings = List.copyOf(readings);
  }

  /** Nothing is said about the table beside its columns. */
  public ReadOptions(
      Optional<Platform> platform,
      List<ColumnMapping> mappings,
      String currency,
      Optional<Instant> countedAt,
      Map<Platform, LevelEstimator> estimators) {
    this(
        platform,
        mappings,
        currency,
        countedAt,
        estimators,
        List.of(),
        0,
        Optional.empty(),
        Clock.systemUTC(),
        false,
        Runtime.getRuntime().availableProcessors(),
        FilePieces.USUAL,
        Integer.MAX_VALUE);
  }

  /** Nothing is said about posts. */
  public ReadOptions(Optional<Platform> platform, List<ColumnMapping> mappings, String currency) {
    this(platform, mappings, currency, Optional.empty(), Map.of());
  }

  /** Nothing is said. */
  public static ReadOptions none() {
    return new ReadOptions(Optional.empty(), List.of(), "");
  }

  /** The same with what is said about the cells and the header. */
  public ReadOptions with(List<ColumnReading> said, long headerLine) {
    return with(said, headerLine, Optional.empty());
  }

  /** The same with what is said about the cells, the header and the sheet. */
  public ReadOptions with(List<ColumnReading> said, long headerLine, Optional<String> sheetName) {
    return changed(
        copy -> {
          copy.readings = said;
          copy.header = headerLine;
          copy.sheet = sheetName;
        });
  }

  /** The same, but open questions do not refuse the table. */
  public ReadOptions askingOnly() {
    return changed(copy -> copy.asking = true);
  }

  /** The same at another time. */
  public ReadOptions at(Clock now) {
    return changed(copy -> copy.clock = now);
  }

  /** The same, read by so many threads, so many bytes at a time. */
  public ReadOptions cut(int most, int bytes) {
    return changed(
        copy -> {
          copy.threads = most;
          copy.pieceBytes = bytes;
        });
  }

  /** The same, but reading ends once more rows than this are rejected. */
  public ReadOptions rejecting(int most) {
    return changed(copy -> copy.maxRejects = most);
  }

  /** What is said later than the first five. */
  private static final class Copy {
    private List<ColumnReading> readings;
    private long header;
    private Optional<String> sheet;
    private Clock clock;
    private boolean asking;
    private int threads;
    private int pieceBytes;
    private int maxRejects;

    Copy(ReadOptions options) {
      readings = options.readings;
      header = options.header;
      sheet = options.sheet;
      clock = options.clock;
      asking = options.asking;
      threads = options.threads;
      pieceBytes = options.pieceBytes;
      maxRejects = options.maxRejects;
    }
  }

  private ReadOptions changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return new ReadOptions(
        platform,
        mappings,
        currency,
        countedAt,
        estimators,
        copy.readings,
        copy.header,
        copy.sheet,
        copy.clock,
        copy.asking,
        copy.threads,
        copy.pieceBytes,
        copy.maxRejects);
  }
}
