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
    return new ReadOptions(
        platform,
        mappings,
        currency,
        countedAt,
        estimators,
        said,
        headerLine,
        sheetName,
        clock,
        asking,
        threads,
        pieceBytes,
        maxRejects);
  }

  /** The same, but open questions do not refuse the table. */
  public ReadOptions askingOnly() {
    return new ReadOptions(
        platform,
        mappings,
        currency,
        countedAt,
        estimators,
        readings,
        header,
        sheet,
        clock,
        true,
        threads,
        pieceBytes,
        maxRejects);
  }

  /** The same at another time. */
  public ReadOptions at(Clock now) {
    return new ReadOptions(
        platform,
        mappings,
        currency,
        countedAt,
        estimators,
        readings,
        header,
        sheet,
        now,
        asking,
        threads,
        pieceBytes,
        maxRejects);
  }

  /** The same, read by so many threads, so many bytes at a time. */
  public ReadOptions cut(int most, int bytes) {
    return new ReadOptions(
        platform,
        mappings,
        currency,
        countedAt,
        estimators,
        readings,
        header,
        sheet,
        clock,
        asking,
        most,
        bytes,
        maxRejects);
  }

  /** The same, but reading ends once more rows than this are rejected. */
  public ReadOptions rejecting(int most) {
    return new ReadOptions(
        platform,
        mappings,
        currency,
        countedAt,
        estimators,
        readings,
        header,
        sheet,
        clock,
        asking,
        threads,
        pieceBytes,
        most);
  }
}
