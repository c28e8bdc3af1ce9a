package io.github.tierwise.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;

/**
 * JPMML-Evaluator, which runs models in the standard format PMML: the same formulas as derived
 * fields of a linear model, one evaluation a row.
 */
public final class Jpmml implements Peer {

  private static final int ROWS = 100_000;

  private final Evaluator evaluator;

  /** Loads the model. */
  public Jpmml() throws Exception {
    evaluator =
        new LoadingModelEvaluatorBuilder()
            .load(new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8)))
            .build();
    evaluator.verify();
  }

  @Override
  public String version() {
    Properties properties = new Properties();
    try (InputStream file =
        Evaluator.class.getResourceAsStream(
            "/META-INF/maven/org.jpmml/pmml-evaluator/pom.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "JPMML-Evaluator " + properties.getProperty("version");
  }

  @Override
  public List<Contender> contenders(Reference reference) {
    int rows = Math.min(ROWS, reference.workload().rows);
    List<Map<String, Double>> accounts = accounts(reference.workload(), rows);
    Outputs out = new Outputs(rows);
    return List.of(
        Contender.of(
            "jpmml",
            rows,
            1,
            () -> evaluate(accounts, out),
            () -> {
              evaluate(accounts, out);
              return out.verify(reference.outputs(), rows, "JPMML");
            }));
  }

  /** Rows as the evaluator takes them; what is unknown is left out. */
  private static List<Map<String, Double>> accounts(Workload workload, int rows) {
    List<double[]> inputs = workload.inputs();
    List<Map<String, Double>> accounts = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      Map<String, Double> account = new HashMap<>();
      for (int i = 0; i < inputs.size(); i++) {
        double value = inputs.get(i)[row];
        if (!Double.isNaN(value)) {
          account.put(Workload.COLUMNS.get(i), value);
        }
      }
      accounts.add(account);
    }
    return accounts;
  }

  private void evaluate(List<Map<String, Double>> accounts, Outputs out) {
    for (int row = 0; row < accounts.size(); row++) {
      Map<String, ?> results = evaluator.evaluate(accounts.get(row));
      out.scores()[row] = number(results, "score");
      out.tiers()[row] = (int) number(results, "tier");
      out.engagementRates()[row] = number(results, "engagementRate");
      out.expectedRates()[row] = number(results, "expectedRate");
      out.costsPerEngagement()[row] = number(results, "costPerEngagement");
    }
  }

  private static double number(Map<String, ?> results, String name) {
    return results.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  @Override
  public void close() {}

  // The model, put together from small pieces of PMML.

  private static String apply(String function, String... arguments) {
    return "<Apply function=\"%s\">%s</Apply>".formatted(function, String.join("", arguments));
  }

  private static String field(String name) {
    return "<FieldRef field=\"%s\"/>".formatted(name);
  }

  private static String number(double value) {
    return "<Constant dataType=\"double\">%s</Constant>".formatted(value);
  }

  /** Functions other than + - * / refuse what is missing: then the result is missing too. */
  private static String ifKnown(String field, String expression) {
    return apply("if", apply("isNotMissing", field(field)), expression);
  }

  private static String log2(String field) {
    return ifKnown(field, apply("/", apply("ln", field(field)), number(Math.log(2))));
  }

  private static String exp2(String field) {
    return ifKnown(field, apply("pow", number(2), field(field)));
  }

  private static String derived(String name, String expression) {
    return "<DerivedField name=\"%s\" optype=\"continuous\" dataType=\"double\">%s</DerivedField>\n"
        .formatted(name, expression);
  }

  /** A line through points; {@code how} tells what is beyond them. */
  private static String line(String field, String how, double... points) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < points.length; i += 2) {
      text.append("<LinearNorm orig=\"%s\" norm=\"%s\"/>".formatted(points[i], points[i + 1]));
    }
    return "<NormContinuous field=\"%s\" %s>%s</NormContinuous>".formatted(field, how, text);
  }

  private static String clamped(String field, double unknown, double... points) {
    return line(
        field, "outliers=\"asExtremeValues\" mapMissingTo=\"%s\"".formatted(unknown), points);
  }

  private static String coverage(String share) {
    return apply(
        "if",
        apply("isMissing", field(share)),
        number(Formula.NEUTRAL),
        apply("max", number(Formula.LEAST_COVERAGE), field(share)));
  }

  private static String expectedLevel() {
    double[] points = new double[2 * Formula.SIZES.length];
    for (int i = 0; i < Formula.SIZES.length; i++) {
      points[2 * i] = Formula.SIZES[i];
      points[2 * i + 1] = Formula.LEVELS[i];
    }
    return line("size", "outliers=\"asIs\"", points);
  }

  private static String tier() {
    StringBuilder bins = new StringBuilder();
    for (int i = 0; i < Formula.TIERS.length; i++) {
      String right =
          i + 1 < Formula.TIERS.length
              ? "rightMargin=\"%s\"".formatted(Formula.TIERS[i + 1])
              : "";
      bins.append(
          "<DiscretizeBin binValue=\"%d\"><Interval closure=\"closedOpen\" leftMargin=\"%s\" %s/></DiscretizeBin>"
              .formatted(i, Formula.TIERS[i], right));
    }
    return "<Discretize field=\"followers\" dataType=\"integer\" defaultValue=\"%d\" mapMissingTo=\"%d\">%s</Discretize>"
        .formatted(Formula.BELOW_TIERS, Formula.TIER_UNKNOWN, bins);
  }

  private static String transformations() {
    return derived(
            "engagements",
            apply(
                "if",
                apply("isMissing", field("comments")),
                field("likes"),
                apply("+", field("likes"), field("comments"))))
        + derived(
            "people",
            ifKnown("followers", apply("max", number(1), field("followers"))))
        + derived("size", log2("people"))
        + derived("engagementsAndOne", apply("+", number(1), field("engagements")))
        + derived("level", log2("engagementsAndOne"))
        + derived("expectedLevel", expectedLevel())
        + derived("expectedLogRate", apply("-", field("expectedLevel"), field("size")))
        + derived(
            "excess",
            apply(
                "*",
                number(Formula.BELIEVED),
                apply("-", field("level"), field("expectedLevel"))))
        + derived(
            "conversionRate",
            apply(
                "/",
                apply("+", field("conversions"), number(Formula.PRIOR_CONVERSIONS)),
                apply("+", field("clicks"), number(Formula.PRIOR_CLICKS))))
        + derived("conversion", log2("conversionRate"))
        + derived(
            "logCurve",
            apply(
                "*",
                number(Formula.PRICE_EXPONENT),
                apply("-", field("size"), number(Formula.LOG_THOUSAND))))
        + derived("curve", apply("*", number(Formula.PRICE_AT_THOUSAND), exp2("logCurve")))
        + derived(
            "postPrice",
            apply(
                "if",
                apply("isNotMissing", field("price")),
                field("price"),
                ifKnown(
                    "curve", apply("max", number(Formula.PRICE_FLOOR), field("curve")))))
        + derived(
            "engagementUtility",
            clamped("excess", Formula.NEUTRAL, -Formula.SPAN, 0, Formula.SPAN, 1))
        + derived(
            "conversionUtility",
            clamped(
                "conversion",
                Formula.NEUTRAL,
                Formula.LOWEST_CONVERSION,
                0,
                Formula.HIGHEST_CONVERSION,
                1))
        + derived(
            "fitUtility", apply("sqrt", apply("*", coverage("vegan"), coverage("germany"))))
        + derived("costUtility", clamped("postPrice", Formula.NEUTRAL, 0, 1, Formula.BUDGET, 0))
        + derived(
            "audienceUtility",
            clamped(
                "level",
                Formula.NEUTRAL_AUDIENCE,
                Formula.FEWEST_ENGAGED,
                0,
                Formula.MOST_ENGAGED,
                1));
  }

  private static String output(String name, String type, String expression) {
    return "<OutputField name=\"%s\" optype=\"continuous\" dataType=\"%s\" feature=\"transformedValue\">%s</OutputField>\n"
        .formatted(name, type, expression);
  }

  private static String outputs() {
    return output("tier", "integer", tier())
        + output(
            "engagementRate", "double", apply("/", field("engagements"), field("followers")))
        + output("expectedRate", "double", exp2("expectedLogRate"))
        + output(
            "costPerEngagement", "double", apply("/", field("postPrice"), field("engagements")));
  }

  private static String predictor(String name, double coefficient) {
    return "<NumericPredictor name=\"%s\" coefficient=\"%s\"/>\n".formatted(name, coefficient);
  }

  private static String dataFields() {
    StringBuilder text = new StringBuilder();
    for (String name : Workload.COLUMNS) {
      text.append(
          "<DataField name=\"%s\" optype=\"continuous\" dataType=\"double\"/>\n".formatted(name));
    }
    return text.toString();
  }

  private static String miningFields() {
    StringBuilder text = new StringBuilder();
    for (String name : Workload.COLUMNS) {
      text.append("<MiningField name=\"%s\"/>\n".formatted(name));
    }
    return text.toString();
  }

  private static final String MODEL =
      """
      <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
      <Header/>
      <DataDictionary>
      %s<DataField name="score" optype="continuous" dataType="double"/>
      </DataDictionary>
      <TransformationDictionary>
      %s</TransformationDictionary>
      <RegressionModel functionName="regression">
      <MiningSchema>
      %s<MiningField name="score" usageType="target"/>
      </MiningSchema>
      <Output>
      %s</Output>
      <RegressionTable intercept="0">
      %s</RegressionTable>
      </RegressionModel>
      </PMML>
      """
          .formatted(
              dataFields(),
              transformations(),
              miningFields(),
              outputs(),
              predictor("engagementUtility", Formula.ENGAGEMENT)
                  + predictor("conversionUtility", Formula.CONVERSION)
                  + predictor("fitUtility", Formula.FIT)
                  + predictor("costUtility", Formula.COST)
                  + predictor("audienceUtility", Formula.AUDIENCE));
}
