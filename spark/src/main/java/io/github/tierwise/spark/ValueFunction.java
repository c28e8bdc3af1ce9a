package io.github.tierwise.spark;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The score of a struct that is an account. */
final class ValueFunction implements ScalarFunction<Double> {

  private static final long serialVersionUID = 1L;

  private final Plan plan;
  private final StructType type;

  /** Each thread has its own: nobody promises that only one of them asks. */
  private final transient ThreadLocal<OneAccount> accounts;

  ValueFunction(Plan plan, StructType type) {
    this.plan = plan;
    this.type = type;
    Sources sources = plan.sources();
    DataType idType =
        sources.hasId()
            ? type.fields()[sources.fields().get(sources.idAt())].dataType()
            : DataTypes.NullType;
    accounts = ThreadLocal.withInitial(() -> new OneAccount(sources, idType));
  }

  private Object readResolve() {
    return new ValueFunction(plan, type);
  }

  /** Spark finds this by its name, and calls it from the code that it makes. */
  public double invoke(InternalRow account) {
    if (account == null) {
      throw new IllegalArgumentException("account must be a struct, was null");
    }
    return plan.scorer().value(accounts.get().of(account));
  }

  @Override
  public Double produceResult(InternalRow arguments) {
    return invoke(arguments.getStruct(0, type.size()));
  }

  @Override
  public DataType[] inputTypes() {
    return new DataType[] {type};
  }

  @Override
  public DataType resultType() {
    return DataTypes.DoubleType;
  }

  @Override
  public boolean isResultNullable() {
    return false;
  }

  @Override
  public String name() {
    return "value";
  }

  @Override
  public String canonicalName() {
    return "tierwise.value";
  }
}
