package io.github.tierwise.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.ExperimentalMethods;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.execution.SparkStrategy;
import org.apache.spark.sql.types.Metadata;
import scala.Option;

/**
 * Scores by columns: an operator of our own in Spark's plan. The only one who knows what is inside
 * of Spark, so that everything goes on without it where another Spark is different inside.
 */
final class Columnar {

  private Columnar() {}

  /** Appends the results to accounts of a classic session. */
  static Dataset<Row> score(Dataset<Row> accounts, Plan plan) {
    var classic = (org.apache.spark.sql.classic.Dataset<Row>) accounts;
    learn(classic.sparkSession().experimental());
    LogicalPlan child = classic.logicalPlan();
    List<Attribute> given = Seqs.list(child.output());
    List<Attribute> fields = plan.sources().fields().stream().map(given::get).toList();
    List<Attribute> results = plan.results().stream().map(Columnar::attribute).toList();
    LogicalPlan scored = new ScoreNode(plan, Seqs.of(fields), Seqs.of(results), child);
    // A plan is joined with itself by naming anew what a projection names: our node has no part in
    // it.
    List<NamedExpression> names = Seqs.list(scored.output()).stream().map(Columnar::alias).toList();
    return org.apache.spark.sql.classic.Dataset.ofRows(
        classic.sparkSession(), new Project(Seqs.of(names), scored));
  }

  private static Attribute attribute(Result result) {
    return new AttributeReference(
        result.name(),
        result.kind().type(),
        result.kind().nullable,
        Metadata.empty(),
        NamedExpression.newExprId(),
        Seqs.of(List.of()));
  }

  private static NamedExpression alias(Attribute column) {
    return new Alias(
        column,
        column.name(),
        NamedExpression.newExprId(),
        Seqs.of(List.of()),
        Option.empty(),
        Seqs.of(List.of()));
  }

  /** Lets a session plan our node. */
  private static synchronized void learn(ExperimentalMethods session) {
    List<SparkStrategy> strategies = new ArrayList<>(Seqs.list(session.extraStrategies()));
    if (strategies.stream().noneMatch(ScoreStrategy.class::isInstance)) {
      strategies.add(new ScoreStrategy());
      session.extraStrategies_$eq(Seqs.of(strategies));
    }
  }
}
