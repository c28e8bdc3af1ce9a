/** Scores social-media influencers for a brand and shows why, exactly. No dependencies. */
module io.github.tierwise.core {
  exports io.github.tierwise.explain;
  exports io.github.tierwise.profile;
  exports io.github.tierwise.tier;
  exports io.github.tierwise.engagement;
  exports io.github.tierwise.score;
  exports io.github.tierwise.deal;
  exports io.github.tierwise.study;
}
