package io.github.tierwise.files.cells;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of accounts as people write them: handles, ids, links to profiles. */
public final class AccountName {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://)?(?:[a-z0-9-]{1,20}\\.){0,2}"
              + "(?:instagram|tiktok|douyin|youtube|x|twitter|twitch|facebook|threads|snapchat"
              + "|pinterest|bsky)"
              + "\\.(?:com|net|tv|app|[a-z]{2})/(?<path>[^\\s]*)",
          Pattern.CASE_INSENSITIVE);

  /** What stands between the site and the name, where it is not the name itself. */
  private static final Pattern BEFORE_NAME =
      Pattern.compile("(?:channel|c|user|add|profile)", Pattern.CASE_INSENSITIVE);

  /** Pages of these sites that are no account: one post, a search, a number that is not shown. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?:p|reel|reels|tv|stories|explore|watch|shorts|playlist|results|video|videos|hashtag"
              + "|search|i|home|status|intent|share|tag|groups|events|profile\\.php|pages|t|embed"
              + "|live|feed|discover|foryou|following|trending|about|accounts|login)",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_LINK = 2_048;
  private static final Pattern FLOAT = Pattern.compile("\\d{1,18}\\.0{1,2}");
  private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d([.,]\\d+)?[eE]\\+?\\d{1,3}");
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");
  private static final Pattern CHANNEL = Pattern.compile("UC[A-Za-z0-9_-]{22}");
  private static final int CHANNEL_LENGTH = 24;

  private AccountName() {}

  /**
   * The account's name as it is shown: without spaces and invisible characters around it and
   * without @; of a link to a profile its handle or id; of an id that was stored as a floating
   * number ({@code 101.0}) the id.
   *
   * @param cell a cell of any length
   * @return the name; the cell as it is if it is neither of these, empty if it is blank
   */
  public static String of(String cell) {
    String id = CellText.strip(cell);
    if (id.isEmpty()) {
      return id;
    }
    if (hasSpaces(id)) {
      id = SPACES.matcher(id).replaceAll(" ");
    } else if (id.indexOf('/') > 0 && id.length() <= LONGEST_LINK) {
      id = ofLink(id);
    } else if (id.endsWith("0") && id.length() <= LONGEST_NUMBER && FLOAT.matcher(id).matches()) {
      return id.substring(0, id.indexOf('.'));
    }
    return id.startsWith("@") ? CellText.strip(id.substring(1)) : id;
  }

  /** The name in a link; the link if it leads to something else than an account. */
  private static String ofLink(String link) {
    Matcher parts = LINK.matcher(link);
    if (!parts.matches()) {
      return link;
    }
    String path = parts.group("path");
    int end = 0;
    while (end < path.length() && path.charAt(end) != '?' && path.charAt(end) != '#') {
      end++;
    }
    String[] steps = path.substring(0, end).split("/", -1);
    int at = steps.length > 1 && BEFORE_NAME.matcher(steps[0]).matches() ? 1 : 0;
    String name = steps[at];
    return name.isEmpty() || name.equals("@") || (at == 0 && NO_NAME.matcher(name).matches())
        ? link
        : name;
  }

  /**
   * Whether a cell is a number that a spreadsheet shortened, as {@code 7.01235E+18}: which id it
   * was, nobody knows, and two ids may look the same.
   */
  public static boolean isRounded(String cell) {
    String text = CellText.strip(cell);
    return !text.isEmpty()
        && text.charAt(0) <= '9'
        && text.length() <= LONGEST_NUMBER
        && ROUNDED.matcher(text).matches();
  }

  /**
   * What two names must share to be of one account: lower case for a handle, which may consist of
   * letters, digits and {@code . _ -}; the name itself for a channel's id on YouTube ({@code UC}
   * and 22 characters), where case counts, and for what is no handle.
   *
   * @param name a name as {@link #of} gives it
   */
  public static String key(String name) {
    if (name.length() == CHANNEL_LENGTH && CHANNEL.matcher(name).matches()) {
      return name;
    }
    return HANDLE.matcher(name).matches() ? name.toLowerCase(Locale.ROOT) : name;
  }

  private static boolean hasSpaces(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) <= ' ') {
        return true;
      }
    }
    return false;
  }
}
