package io.github.tierwise.spark;

import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.physical.Partitioning;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/** In a physical plan, that batches of columns get results. Elements as of {@link ScoreNode}. */
final class ScoreExec extends SparkPlan {

  private static final long serialVersionUID = 1L;

  private final Plan plan;
  private final transient Seq<Attribute> fields;
  private final transient Seq<Attribute> results;
  private final transient SparkPlan child;

  ScoreExec(Plan plan, Seq<Attribute> fields, Seq<Attribute> results, SparkPlan child) {
    this.plan = plan;
    this.fields = fields;
    this.results = results;
    this.child = child;
  }

  @Override
  public boolean supportsColumnar() {
    return true;
  }

  @Override
  public RDD<ColumnarBatch> doExecuteColumnar() {
    List<Attribute> given = Seqs.list(child.output());
    List<Integer> columns =
        Seqs.list(fields).stream()
            .map(field -> given.stream().map(Attribute::exprId).toList().indexOf(field.exprId()))
            .toList();
    List<Attribute> read = Seqs.list(fields);
    DataType idType =
        plan.sources().hasId() ? read.get(plan.sources().idAt()).dataType() : DataTypes.NullType;
    Plan scoring = plan;
    return child
        .executeColumnar()
        .toJavaRDD()
        .mapPartitions(
            batches ->
                new BatchScoring(
                    scoring, new BatchAccounts(scoring.sources(), idType, columns), batches),
            true)
        .rdd();
  }

  /** Spark puts a step between this and whoever wants rows. */
  @Override
  public RDD<InternalRow> doExecute() {
    throw new UnsupportedOperationException("scores are made by columns");
  }

  @Override
  public Partitioning outputPartitioning() {
    return child.outputPartitioning();
  }

  @Override
  public Seq<SortOrder> outputOrdering() {
    return child.outputOrdering();
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
  public Seq<SparkPlan> children() {
    return Seqs.of(List.of(child));
  }

  @Override
  public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
    return new ScoreExec(plan, fields, results, children.head());
  }

  @Override
  @SuppressWarnings("unchecked")
  public SparkPlan makeCopy(Object[] elements) {
    return new ScoreExec(
        (Plan) elements[0],
        (Seq<Attribute>) elements[1],
        (Seq<Attribute>) elements[2],
        (SparkPlan) elements[3]);
  }

  /** Spark's own would look for a public constructor, as {@link #makeCopy} would. */
  @Override
  public SparkPlan clone() {
    SparkPlan copy = new ScoreExec(plan, fields, results, child.clone());
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
    return other instanceof ScoreExec;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreExec exec
        && plan.equals(exec.plan)
        && fields.equals(exec.fields)
        && results.equals(exec.results)
        && child.equals(exec.child);
  }
}
