package io.github.tierwise.files.json;

import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.TierPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How tier definitions compare on the same accounts, in figures that were counted: who is called
 * what, and how each two definitions agree on each common name. What else a study tells, such as
 * contested bands and engagement, is asked of the study.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param definitions the ids of the definitions, in the order of the study
 * @param accounts how many accounts there are of each platform that occurs
 * @param tiers how many accounts have which answer, by definition and in its order
 * @param agreements each two definitions, the earlier first, on each common name
 * @param ordinalAlpha how far all of them agree on the common names, as {@link TierStudy#alpha};
 *     NaN where it is not defined
 * @since 0.1.0
 */
public record StudySummary(
    List<String> definitions,
    Map<Platform, Long> accounts,
    List<TierCount> tiers,
    List<Agreement> agreements,
    double ordinalAlpha) {

  /**
   * How many accounts a definition answers alike.
   *
   * @param answer a tier, or why there is none
   * @param accounts a number of accounts
   * @since 0.1.0
   */
  public record TierCount(Classification answer, long accounts) {

    /**
     * Checks that there is an answer.
     *
     * @param answer a tier, or why there is none
     * @param accounts a number of accounts
     */
    public TierCount {
      Objects.requireNonNull(answer, "answer");
    }
  }

  static final Form<StudySummary> FORM =
      Form.of("study", StudySummary.class, StudySummary::write, StudySummary::read);

  static final Form<TierStudy> STUDY =
      Form.of("study", TierStudy.class, (study, out) -> of(study).write(out), StudySummary::refuse);

  /**
   * Copies lists and map.
   *
   * @param definitions the ids of the definitions
   * @param accounts how many accounts there are of each platform
   * @param tiers how many accounts have which answer
   * @param agreements each two definitions on each common name
   * @param ordinalAlpha how far all of them agree
   */
  public StudySummary {
    definitions = List.copyOf(definitions);
    Map<Platform, Long> copy = new EnumMap<>(Platform.class);
    copy.putAll(accounts);
    accounts = Collections.unmodifiableMap(copy);
    tiers = List.copyOf(tiers);
    agreements = List.copyOf(agreements);
  }

  /**
   * The summary of a study.
   *
   * @param study as counted
   * @return what it tells of all its definitions
   */
  public static StudySummary of(TierStudy study) {
    List<TierPolicy> definitions = study.definitions();
    List<TierCount> tiers = new ArrayList<>();
    List<Agreement> agreements = new ArrayList<>();
    for (int i = 0; i < definitions.size(); i++) {
      study
          .counts(definitions.get(i))
          .forEach((answer, accounts) -> tiers.add(new TierCount(answer, accounts)));
      for (TierPolicy other : definitions.subList(i + 1, definitions.size())) {
        for (CommonTier name : CommonTier.values()) {
          if (name != CommonTier.NONE) {
            agreements.add(study.agreement(definitions.get(i), other, name));
          }
        }
      }
    }
    return new StudySummary(
        definitions.stream().map(TierPolicy::id).toList(),
        study.platforms(),
        tiers,
        agreements,
        study.alpha(definitions));
  }

  private static TierStudy refuse(Fields fields) {
    throw new RefusedException(
        "study must be read as StudySummary: what a study can be asked is in its counts, which are not written");
  }

  private void write(Out out) throws IOException {
    out.texts("definitions", definitions);
    out.objects(
        "accounts",
        accounts.entrySet(),
        (each, keys) -> {
          keys.word("platform", each.getKey());
          keys.count("accounts", each.getValue());
        });
    out.objects(
        "tiers",
        tiers,
        (each, keys) -> {
          ScoreForm.writeTier(each.answer(), keys);
          keys.count("accounts", each.accounts());
        });
    out.objects("agreement", agreements, StudySummary::write);
    out.number("ordinal_alpha", ordinalAlpha);
  }

  private static void write(Agreement each, Out out) throws IOException {
    out.text("definition", each.first());
    out.text("other", each.second());
    out.word("item", each.label());
    out.count("both", each.both());
    out.count("only_first", each.onlyFirst());
    out.count("only_second", each.onlySecond());
    out.count("neither", each.neither());
    out.count("unknown", each.unknown());
    out.number("observed", each.observed());
    out.estimate("kappa", each.kappa());
    out.number("kappa_error", each.standardError());
  }

  private static StudySummary read(Fields fields) {
    Map<Platform, Long> accounts = new EnumMap<>(Platform.class);
    fields.objects(
        "accounts",
        each -> {
          Platform platform = each.constant("platform", Platform.values());
          if (accounts.put(platform, each.count("accounts")) != null) {
            throw each.error("platform", "there once", Out.word(platform) + " twice");
          }
          return platform;
        });
    return new StudySummary(
        fields.texts("definitions"),
        accounts,
        fields.objects(
            "tiers", each -> new TierCount(ScoreForm.readTier(each), each.count("accounts"))),
        fields.objects("agreement", StudySummary::readAgreement),
        fields.number("ordinal_alpha"));
  }

  private static Agreement readAgreement(Fields fields) {
    Agreement agreement =
        new Agreement(
            fields.text("definition"),
            fields.text("other"),
            fields.constant("item", CommonTier.values()),
            fields.count("both"),
            fields.count("only_first"),
            fields.count("only_second"),
            fields.count("neither"),
            fields.count("unknown"));
    fields.follows("observed", agreement.observed());
    fields.follows("kappa", agreement.kappa().value());
    fields.follows("kappa_low", agreement.kappa().low());
    fields.follows("kappa_high", agreement.kappa().high());
    fields.follows("kappa_error", agreement.standardError());
    return agreement;
  }
}
