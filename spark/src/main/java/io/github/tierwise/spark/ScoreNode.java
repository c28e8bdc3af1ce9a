package io.github.tierwise.spark;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * In a logical plan, that rows get results. Spark learns from the elements of a node which columns
 * it reads, so that it keeps them, and writes them anew where a plan occurs twice.
 */
final class ScoreNode extends LogicalPlan {

  private final Plan plan;
  private final Seq<Attribute> fields;
  private final Seq<Attribute> results;
  private final LogicalPlan child;

  /**
   * Puts scoring above a plan.
   *
   * @param plan what to do
   * @param fields the columns that are read, in the order of the sources
   * @param results the columns that are made
   * @param child what is scored
   */
  ScoreNode(Plan plan, Seq<Attribute> fields, Seq<Attribute> results, LogicalPlan child) {
    this.plan = plan;
    this.fields = fields;
    this.results = results;
    this.child = child;
  }

  /** The same for the physical plan. */
  ScoreExec over(org.apache.spark.sql.execution.SparkPlan physical) {
    return new ScoreExec(plan, fields, results, physical);
  }

  LogicalPlan child() {
    return child;
  }

  @Override
  public Seq<Attribute> output() {
    return Seqs.join(child.output(), results);
  }

  @Override
  public AttributeSet producedAttributes() {
    return AttributeSet.apply(Seqs.<Expression>of(Seqs.list(results)));
  }

  @Override
  public Seq<LogicalPlan> children() {
    return Seqs.of(List.of(child));
  }

  @Override
  public LogicalPlan withNewChildrenInternal(IndexedSeq<LogicalPlan> children) {
    return new ScoreNode(plan, fields, results, children.head());
  }

  @Override
  @SuppressWarnings("unchecked")
  public LogicalPlan makeCopy(Object[] elements) {
    return new ScoreNode(
        (Plan) elements[0],
        (Seq<Attribute>) elements[1],
        (Seq<Attribute>) elements[2],
        (LogicalPlan) elements[3]);
  }

  /** Spark's own would look for a public constructor, as {@link #makeCopy} would. */
  @Override
  public LogicalPlan clone() {
    LogicalPlan copy = new ScoreNode(plan, fields, results, child.clone());
    copy.copyTagsFrom(this);
    return copy;
  }

  @Override
  public String nodeName() {
    return "TierwiseScore";
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int i) {
    return switch (i) {
      case 0 -> plan;
      case 1 -> fields;
      case 2 -> results;
      case 3 -> child;
      default -> throw new IndexOutOfBoundsException(i);
    };
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof ScoreNode;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreNode node
        && plan.equals(node.plan)
        && fields.equals(node.fields)
        && results.equals(node.results)
        && child.equals(node.child);
  }
}
