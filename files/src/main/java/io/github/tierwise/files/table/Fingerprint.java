package io.github.tierwise.files.table;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 hash of bytes, by which everybody can tell whether others are the same. */
final class Fingerprint {

  private Fingerprint() {}

  /** That of no bytes, to be updated. */
  static MessageDigest none() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 must be there on every Java, was missing", e);
    }
  }

  /** In hexadecimal. */
  static String of(MessageDigest hash) {
    return HexFormat.of().formatHex(hash.digest());
  }
}
