package io.github.tierwise.files.columns;

import io.github.tierwise.profile.Platform;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds platforms by the names that people use, in cells, headers and file names. */
public final class PlatformNames {

  private static final Map<String, Platform> SHORT =
      Map.of(
          "ig", Platform.INSTAGRAM,
          "insta", Platform.INSTAGRAM,
          "tt", Platform.TIKTOK,
          "tiktok", Platform.TIKTOK,
          "yt", Platform.YOUTUBE,
          "fb", Platform.FACEBOOK,
          "xtwitter", Platform.X);

  private static final Map<String, Platform> WORDS =
      Map.of(
          "insta", Platform.INSTAGRAM,
          "tiktok", Platform.TIKTOK,
          "youtube", Platform.YOUTUBE,
          "facebook", Platform.FACEBOOK,
          "linkedin", Platform.LINKEDIN,
          "twitch", Platform.TWITCH,
          "twitter", Platform.X,
          "snapchat", Platform.SNAPCHAT,
          "pinterest", Platform.PINTEREST);

  private static final Pattern SEPARATORS = Pattern.compile("[/,;|&+]|\\band\\b");

  /** Networks of which nothing is published. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "threads",
          "reddit",
          "blog",
          "podcast",
          "website",
          "newsletter",
          "telegram",
          "discord",
          "bluesky",
          "mastodon",
          "kick",
          "rumble",
          "vk",
          "douyin",
          "kuaishou",
          "weibo",
          "wechat",
          "xiaohongshu",
          "bilibili",
          "line",
          "抖音",
          "小红书",
          "微博",
          "快手",
          "b站",
          "whatsapp",
          "tumblr",
          "substack",
          "spotify",
          "bereal");

  private PlatformNames() {}

  /** The platform with this name or one of its short names. */
  public static Optional<Platform> named(String name) {
    String key = ColumnName.key(name);
    Platform known = SHORT.get(key);
    return known == null ? Platform.named(key) : Optional.of(known);
  }

  /**
   * The platforms that a cell names: {@code Instagram Reels}, {@code Twitter/X}, {@code IG/TT}. A
   * word that is known for something else than these is {@link Platform#OTHER}.
   */
  public static Set<Platform> all(String cell) {
    Optional<Platform> whole = named(cell);
    if (whole.isPresent()) {
      return EnumSet.of(whole.get());
    }
    Set<Platform> found = EnumSet.noneOf(Platform.class);
    for (String part : SEPARATORS.split(cell, -1)) {
      named(part).or(() -> mentioned(List.of(part))).ifPresent(found::add);
    }
    if (found.isEmpty() && ELSEWHERE.contains(ColumnName.key(cell))) {
      found.add(Platform.OTHER);
    }
    return found;
  }

  /** The names that an error message offers. */
  public static String offered() {
    return "instagram, tiktok, youtube, x, facebook, linkedin, twitch, snapchat, pinterest or other";
  }

  /** The only platform that is named in a text, such as a header or a file name. */
  public static Optional<Platform> mentioned(List<String> texts) {
    Set<Platform> found = EnumSet.noneOf(Platform.class);
    for (String text : texts) {
      String key = ColumnName.key(text);
      WORDS.forEach(
          (word, platform) -> {
            if (key.contains(word)) {
              found.add(platform);
            }
          });
      for (String token : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
        if (token.length() == 2 && SHORT.containsKey(token)) {
          named(token).ifPresent(found::add);
        }
      }
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }
}
