package io.github.tierwise.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an account lives. Counts of two platforms are never mixed.
 *
 * @since 0.1.0
 */
public enum Platform {
  /** Instagram. */
  INSTAGRAM("Instagram"),
  /** TikTok. */
  TIKTOK("TikTok"),
  /** YouTube; its subscribers are called followers here. */
  YOUTUBE("YouTube"),
  /** X, formerly Twitter. */
  X("X"),
  /** Facebook. */
  FACEBOOK("Facebook"),
  /** LinkedIn. */
  LINKEDIN("LinkedIn"),
  /** Twitch. */
  TWITCH("Twitch"),
  /** Snapchat. */
  SNAPCHAT("Snapchat"),
  /** Pinterest. */
  PINTEREST("Pinterest"),
  /** Any other platform, or one that is not known. */
  OTHER("another platform");

  private final String displayName;

  Platform(String displayName) {
    this.displayName = displayName;
  }

  /**
   * The platform's name as it writes it.
   *
   * @return a name for people, such as {@code TikTok}
   */
  public String displayName() {
    return displayName;
  }

  /**
   * Finds a platform by its name, whatever the case; {@code twitter} is {@link #X}.
   *
   * @param name a name such as {@code tiktok} or {@code Instagram}
   * @return the platform, or empty if no platform has that name
   */
  public static Optional<Platform> named(String name) {
    String key = Objects.requireNonNull(name, "name").strip().toUpperCase(Locale.ROOT);
    if (key.equals("TWITTER")) {
      return Optional.of(X);
    }
    return Arrays.stream(values()).filter(platform -> platform.name().equals(key)).findFirst();
  }
}
