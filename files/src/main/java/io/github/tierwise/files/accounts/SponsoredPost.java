package io.github.tierwise.files.accounts;

import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.profile.Influencer;

/**
 * A sponsored post, and what was known of its account before.
 *
 * @param before the account, its numbers made of the earlier posts that are not sponsored; what
 *     only a row of the account tells, such as its followers, is as that row has it
 * @param earlier these posts, those without counts left out
 * @param post the sponsored post
 * @param age how many days old it was when it was counted; NaN if its time is not known
 */
public record SponsoredPost(
    Influencer before, PostHistory earlier, PostHistory.Post post, double age) {}
