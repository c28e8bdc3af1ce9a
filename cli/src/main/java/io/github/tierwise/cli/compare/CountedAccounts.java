package io.github.tierwise.cli.compare;

import io.github.tierwise.files.accounts.AccountSink;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.TierPolicy;
import java.util.List;

/** Counts accounts by tier definitions while they are read, and holds none of them. */
final class CountedAccounts implements AccountSink<ProfileColumns> {

  private final TierStudy.Builder study;

  CountedAccounts(List<TierPolicy> definitions) {
    study = TierStudy.builder(definitions);
  }

  @Override
  public ProfileColumns part(ProfileColumns accounts) {
    return accounts;
  }

  @Override
  public void take(ProfileColumns accounts) {
    study.add(accounts);
  }

  /** What was counted, when all accounts were taken. */
  TierStudy study() {
    return study.build();
  }
}
