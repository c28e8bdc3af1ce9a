package io.github.tierwise.files.accounts;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;

/** What makes two rows the same account. */
record AccountKey(Platform platform, String id) {

  static AccountKey of(Influencer account) {
    return new AccountKey(account.platform(), account.id());
  }
}
