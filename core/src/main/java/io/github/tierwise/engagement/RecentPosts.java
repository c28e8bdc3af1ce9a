package io.github.tierwise.engagement;

import io.github.tierwise.internal.Logs;
import java.time.Instant;
import java.util.List;

/** The last posts of an account as a level takes them, oldest first. Immutable. */
final class RecentPosts {

  /** Older posts than so many tell nothing. */
  static final int MOST = 30;

  private final double[] logs;
  private final double[] ages;
  private final double[] waits;
  private final Instant newestAt;

  RecentPosts(PostHistory history) {
    List<PostHistory.Post> posts = history.posts();
    List<PostHistory.Post> last = posts.subList(Math.max(0, posts.size() - MOST), posts.size());
    logs = last.stream().mapToDouble(post -> Logs.log2(1 + post.engagements())).toArray();
    ages = last.stream().mapToDouble(history::age).toArray();
    newestAt = history.newest().at();
    waits = new double[logs.length];
    for (int i = 1; i < waits.length; i++) {
      waits[i] = PostHistory.days(last.get(i - 1).at(), last.get(i).at());
    }
  }

  /** When the newest was published. */
  Instant newestAt() {
    return newestAt;
  }

  int count() {
    return logs.length;
  }

  /** The binary logarithm of 1 + the engagements. */
  double log(int i) {
    return logs[i];
  }

  /** Days from publishing to counting; NaN if not known. */
  double age(int i) {
    return ages[i];
  }

  /** Days since the post before; 0 for the first, and where times are not known. */
  double wait(int i) {
    return waits[i];
  }
}
