package io.github.tierwise.files.accounts;

import io.github.tierwise.profile.ProfileColumns;

/**
 * Takes accounts while they are read, so that nobody has to hold them all.
 *
 * @param <P> what becomes of some accounts that follow each other
 */
public interface AccountSink<P> {

  /**
   * Works on some accounts, in any thread, at the same time as on others.
   *
   * @param accounts one behind the other as in the file
   * @return what the sink takes over of them
   */
  P part(ProfileColumns accounts);

  /** Takes a part over, one after the other in the order of the file. */
  void take(P part);
}
