package io.github.tierwise.cli.run;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.ReadNote;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.columns.ColumnReading;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.TierPolicies;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is learnt from other accounts than those that are scored: what to expect of a size, and how
 * posts become a level. A score must not depend on who else is in the list; hence another file.
 */
public final class Peers {

  /** A size that every published curve covers, to tell how high a curve lies. */
  private static final double MIDDLE = 10_000;

  private final Map<Platform, SizeCurve> curves = new EnumMap<>(Platform.class);
  private final Map<Platform, LevelEstimator> estimators = new EnumMap<>(Platform.class);
  private final List<ReadNote> notes = new ArrayList<>();
  private final Set<String> accounts = new HashSet<>();
  private final Set<ColumnReading> readings = new HashSet<>();

  private Peers() {}

  /** Nobody: everything stays as published. */
  static Peers none() {
    return new Peers();
  }

  /**
   * Learns from accounts, platform by platform.
   *
   * @throws InputException if there are too few of them on every platform
   */
  public static Peers of(AccountList reading) {
    Peers peers = new Peers();
    reading.forEach(account -> peers.accounts.add(key(account)));
    peers.readings.addAll(reading.readings());
    reading.notes().stream()
        .filter(note -> List.of("rows", "columns", "counted").contains(note.topic()))
        .forEach(
            note -> peers.say(note.topic().equals("rows") ? "" : note.topic() + ": ", note.text()));
    Map<Platform, List<Influencer>> byPlatform = new EnumMap<>(Platform.class);
    reading
        .accounts()
        .forEach(a -> byPlatform.computeIfAbsent(a.platform(), p -> new ArrayList<>()).add(a));
    byPlatform.forEach((platform, own) -> peers.learn(platform, own, reading.histories()));
    if (peers.curves.isEmpty()) {
      throw new InputException(
          "--peers %s: %s"
              .formatted(reading.name(), peers.notes.get(peers.notes.size() - 1).text()));
    }
    return peers;
  }

  private void say(String start, String text) {
    notes.add(new ReadNote("peers", start + text));
  }

  private void learn(
      Platform platform, List<Influencer> own, Map<Influencer, PostHistory> histories) {
    EngagementModel model = EngagementModels.standard(platform);
    SizeCurve curve;
    try {
      curve = SizeCurve.fit(model, own);
    } catch (IllegalArgumentException e) {
      say(platform.displayName() + ": ", String.valueOf(e.getMessage()));
      return;
    }
    curves.put(platform, curve);
    Optional<SizeCurve> published = SizeCurve.published(platform, model);
    say(
        platform.displayName() + ": ",
        "%s; %s expected at %s followers%s"
            .formatted(
                curve.source(),
                NumberText.percent(curve.expectedRate(MIDDLE)),
                NumberText.count(MIDDLE),
                published
                    .map(p -> ", published " + NumberText.percent(p.expectedRate(MIDDLE)))
                    .orElse("")));
    List<LevelEstimator.Peer> posting = new ArrayList<>();
    for (Influencer account : own) {
      PostHistory history = histories.get(account);
      // Of posts without times nobody knows how much was still to come.
      if (history != null && history.isTimed()) {
        posting.add(new LevelEstimator.Peer(history, curve.expectedLog(account)));
      }
    }
    if (!posting.isEmpty()) {
      learn(platform, posting);
    }
  }

  private void learn(Platform platform, List<LevelEstimator.Peer> posting) {
    String start = platform.displayName() + " posts: ";
    try {
      LevelEstimator fitted = LevelEstimator.standard(platform).fit(posting);
      estimators.put(platform, fitted);
      say(start, fitted.source());
    } catch (IllegalArgumentException e) {
      say(start, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The scorer for a brand, with what is expected of a size as it was learnt.
   *
   * @param definition a tier definition that goes before the brand's own
   * @throws InputException if the answers do not go together
   */
  public Scorer scorer(Brand brand, Optional<String> definition) {
    try {
      Scorer.Builder builder = brand.builder();
      definition.ifPresent(id -> builder.tiers(TierPolicies.published(id)));
      curves()
          .forEach(curve -> builder.engagement(EngagementModels.standard(curve.platform()), curve));
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new InputException(brand.name() + ": " + e.getMessage(), e);
    }
  }

  /** What to expect of a size, where that was learnt. */
  public List<SizeCurve> curves() {
    return List.copyOf(curves.values());
  }

  /** What the caller says of cells and by which a column of theirs is read. */
  Set<ColumnReading> readings() {
    return Set.copyOf(readings);
  }

  /** How posts become a level, where that was learnt. */
  public Map<Platform, LevelEstimator> estimators() {
    return Map.copyOf(estimators);
  }

  /** How the candidates were read, what was learnt, and how many of them it was learnt from. */
  public List<ReadNote> notes(AccountList candidates) {
    List<ReadNote> all = new ArrayList<>(candidates.notes());
    all.addAll(notes);
    AtomicInteger both = new AtomicInteger();
    if (!accounts.isEmpty()) {
      candidates.forEach(
          account -> {
            if (accounts.contains(key(account))) {
              both.incrementAndGet();
            }
          });
    }
    if (both.get() > 0) {
      all.add(
          new ReadNote(
              "peers",
              "%s among the candidates too: a score that helped to make its own yardstick"
                  .formatted(NumberText.of(both.get(), "account"))));
    }
    return all;
  }

  /** Says them. */
  public void tell(Session session, AccountList candidates) {
    notes(candidates).forEach(session::note);
  }

  private static String key(Profile account) {
    return account.platform() + " " + account.id();
  }
}
