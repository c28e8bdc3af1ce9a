package io.github.tierwise.files.accounts;

import io.github.tierwise.files.table.RejectedRows;
import io.github.tierwise.profile.Platform;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of the rows of a table, or of a part of it; parts are added in their order. */
final class Tally {

  private final UnknownByRule unknown = new UnknownByRule();
  private final Map<String, Integer> strangeCountries = new LinkedHashMap<>();
  private final RejectedRows rejects;
  private final long[] byPlatform = new long[Platform.values().length];
  private int words;
  private int read;
  private int elsewhere;
  private int strangers;
  private long blank;
  private int repeated;

  Tally(RejectedRows rejects) {
    this.rejects = rejects;
  }

  /** Adds what became of the rows behind these. */
  void add(Tally behind, long linesBefore) {
    unknown.add(behind.unknown);
    behind.strangeCountries.forEach(
        (name, times) -> CountryNames.count(strangeCountries, name, times));
    rejects.addAll(behind.rejects, linesBefore);
    for (int i = 0; i < byPlatform.length; i++) {
      byPlatform[i] += behind.byPlatform[i];
    }
    words += behind.words;
    read += behind.read;
    elsewhere += behind.elsewhere;
    strangers += behind.strangers;
    blank += behind.blank;
    repeated += behind.repeated;
  }

  /** What was unknown though a number was there. */
  UnknownByRule unknown() {
    return unknown;
  }

  /** What is no country, and how often. */
  Map<String, Integer> strangeCountries() {
    return strangeCountries;
  }

  RejectedRows rejects() {
    return rejects;
  }

  void reject(long line, int column, String reason) {
    rejects.add(line, column, reason);
  }

  /** Takes back a row whose account was there before. */
  void rejectRepeated(long line, int column, String reason) {
    rejects.insert(line, column, reason);
    read--;
    repeated++;
  }

  /** Takes back an account of such a row. */
  void forgetAccount(Platform platform) {
    byPlatform[platform.ordinal()]--;
  }

  void countAccount(Platform platform) {
    byPlatform[platform.ordinal()]++;
  }

  /** How many accounts were taken, by platform. */
  Map<Platform, Long> platforms() {
    Map<Platform, Long> counts = new EnumMap<>(Platform.class);
    for (Platform platform : Platform.values()) {
      if (byPlatform[platform.ordinal()] > 0) {
        counts.put(platform, byPlatform[platform.ordinal()]);
      }
    }
    return counts;
  }

  /** How many accounts the rows had that were taken. */
  int accounts() {
    long all = 0;
    for (long each : byPlatform) {
      all += each;
    }
    return Math.toIntExact(all);
  }

  void countRow(boolean taken) {
    read += taken ? 1 : 0;
    elsewhere += taken ? 0 : 1;
  }

  /** How many rows were taken. */
  int read() {
    return read;
  }

  /** How many rows are of other platforms than the one that the caller wants. */
  int elsewhere() {
    return elsewhere;
  }

  void countStranger() {
    strangers++;
  }

  /** How many rows are of accounts that the table of accounts does not have. */
  int strangers() {
    return strangers;
  }

  /** How many rows are of accounts that were there before. */
  int repeated() {
    return repeated;
  }

  void countBlank(long rows) {
    blank += rows;
  }

  /** How many rows are blank. */
  long blank() {
    return blank;
  }

  /** How many rows there are, blank ones not counted. */
  int rows() {
    return read + rejects.size() + elsewhere + strangers;
  }

  void countWords() {
    words++;
  }

  /** How many cells have words where a price could stand. */
  int words() {
    return words;
  }
}
