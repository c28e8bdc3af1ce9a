package io.github.tierwise.spark;

import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Scorer;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * All that an executor needs to score rows of a schema. Made and checked on the driver.
 *
 * @param scorer who scores
 * @param sources where accounts are found
 * @param results what is appended
 */
record Plan(Scorer scorer, Sources sources, List<Result> results) implements Serializable {

  static Plan of(Scorer scorer, AccountColumns columns, StructType schema, boolean caseSensitive) {
    Sources sources = Sources.of(columns, schema, caseSensitive);
    String brands = scorer.brand().currency();
    if (!sources.currency().isEmpty() && !brands.isEmpty() && !brands.equals(sources.currency())) {
      throw new IllegalArgumentException(
          "currency must be %s, the brand's, was %s".formatted(brands, sources.currency()));
    }
    scorer.criteria().forEach(Plan::checkSerializable);
    checkSerializable("scorer", scorer);
    Plan plan = new Plan(scorer, sources, Result.of(columns, scorer));
    return plan;
  }

  private static void checkSerializable(Criterion criterion) {
    checkSerializable("criterion " + criterion.name(), criterion);
  }

  /** Fails on the driver, and by its name, for what could not be sent to the executors. */
  static void checkSerializable(String name, Object sent) {
    try (ObjectOutputStream stream = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      stream.writeObject(sent);
    } catch (NotSerializableException e) {
      throw new IllegalArgumentException(
          "%s must be serializable to be sent to executors, was not: let %s implement Serializable"
              .formatted(name, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails for results, and others that are appended, whose names are taken. */
  void checkNames(StructType schema, boolean caseSensitive, String... others) {
    List<String> taken = new ArrayList<>(Arrays.asList(schema.fieldNames()));
    List<String> added = new ArrayList<>(results.stream().map(Result::name).toList());
    added.addAll(Arrays.asList(others));
    for (String result : added) {
      if (taken.stream()
          .anyMatch(name -> caseSensitive ? name.equals(result) : name.equalsIgnoreCase(result))) {
        throw new IllegalArgumentException(
            "column %s must not be there before, since a result is called so: say a prefix, or which"
                    .formatted(result)
                + " outputs you want");
      }
      taken.add(result);
    }
  }

  /** The schema with the results appended. */
  StructType appendTo(StructType schema) {
    List<StructField> fields = new ArrayList<>(Arrays.asList(schema.fields()));
    results.forEach(result -> fields.add(result.field()));
    return DataTypes.createStructType(fields);
  }

  /** Short, since Spark shows it in its plans, beside the columns. */
  @Override
  public String toString() {
    return "by Tierwise";
  }
}
