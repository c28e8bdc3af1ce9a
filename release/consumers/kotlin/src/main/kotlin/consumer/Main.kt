package consumer

import io.github.tierwise.profile.BrandProfile
import io.github.tierwise.profile.Direction
import io.github.tierwise.profile.Influencer
import io.github.tierwise.profile.Platform
import io.github.tierwise.profile.Profile
import io.github.tierwise.score.Criterion
import io.github.tierwise.score.Scorer

/** 1,000 saves a post, or more, are as good as can be. Unknown is NaN and stays so. */
object Saves : Criterion {
    override fun name() = "saves"

    override fun utility(profile: Profile) = minOf(1.0, profile.saves() / 1_000)

    override fun direction() = Direction.INDEPENDENT

    override fun describe() = "saves: saves a post / 1,000, at most 1"
}

fun main() {
    val brand = BrandProfile.builder().budget(5_000.0, "USD").build()
    val scorer = Scorer.builder(brand).criterion(Saves, 2.0).build()
    val ana = Influencer.builder("ana", Platform.INSTAGRAM)
        .followers(48_000.0).likes(1_080.0).comments(72.0).saves(310.0).price(350.0, "USD")
        .build()
    val ben = Influencer.builder("ben", Platform.TIKTOK)
        .followers(9_000.0).likes(700.0).comments(30.0)
        .build()
    for (entry in scorer.rank(listOf(ana, ben)).entries()) {
        println("${entry.rank()} ${entry.score()}")
    }
    print(scorer.explain(ana).toText())
}
