package io.github.tierwise.spark;

import java.util.List;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import scala.collection.immutable.Seq;

/** Makes {@link ScoreExec} of {@link ScoreNode}. */
final class ScoreStrategy extends SparkStrategy {

  @Override
  public Seq<SparkPlan> apply(LogicalPlan plan) {
    return Seqs.of(
        plan instanceof ScoreNode node ? List.of(node.over(planLater(node.child()))) : List.of());
  }
}
