package io.github.tierwise;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Criteria;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import io.github.tierwise.tier.TierPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is read from a stream is what a builder or constructor could have made, or it is refused. A
 * serializable class that is not among the samples fails the first test.
 */
class SerializationTest {

  private static final String BASE = "io.github.tierwise.";

  /** What a caller should read with, as docs/quality.md says: all that our streams need. */
  private static final ObjectInputFilter FILTER =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=100;maxarray=10000;maxrefs=100000;"
              + "io.github.tierwise.**;java.lang.*;java.util.*;java.time.*;!*");

  /** Components of serial forms that may be null. */
  private static final Set<String> NULLABLE =
      Set.of("Meter.prices", "Rate.curve", "Settings.prices");

  private static final Influencer ACCOUNT =
      Influencer.builder("ana", Platform.INSTAGRAM)
          .followers(48_200)
          .likes(1_900)
          .comments(60)
          .posts(12)
          .clicks(900)
          .conversions(20)
          .price(400, "USD")
          .audience("country", "us", 0.4)
          .label("topic", "fashion")
          .build();

  /** A stream may change the currency of what reads a price. */
  private static final Influencer WITHOUT_PRICE =
      Influencer.builder("ben", Platform.INSTAGRAM)
          .followers(48_200)
          .likes(1_900)
          .clicks(900)
          .conversions(20)
          .audience("country", "us", 0.4)
          .build();

  private static final BrandProfile BRAND =
      BrandProfile.builder()
          .budget(5_000, "USD")
          .size(CompanySize.SME)
          .goal(Goal.SALES)
          .ownPresence(true)
          .topic("fashion", 1)
          .audience("country", "us", 0.5)
          .priority(Priority.COST, 2)
          .build();

  /** At least one of each serializable type, by a name for messages. */
  private static Map<String, Serializable> samples() {
    EngagementModel model = EngagementModels.standard(Platform.INSTAGRAM);
    SizeCurve curve = SizeCurve.published(Platform.INSTAGRAM, model).orElseThrow();
    TierPolicy ranges = TierPolicies.ranges("own").tier("micro", 1_000, 50_000).build();
    TierPolicy published = TierPolicies.published("forbes", EdgeReading.UPPER_TIER);
    Scorer scorer =
        Scorer.builder(BRAND).tiers(ranges).requireTier("micro").minEngagements(3).build();
    List<Object> samples =
        List.of(
            ACCOUNT,
            BRAND,
            new Estimate(2, 1, 3),
            scorer.explain(ACCOUNT),
            new Level(10, 0.5, 0.6, 12, Instant.EPOCH, 3),
            LevelEstimator.standard(Platform.TIKTOK),
            model,
            EngagementModels.weighted(
                Map.of(Measure.LIKES, 1.0, Measure.COMMENTS, 2.0), Measure.VIEWS),
            curve,
            curve.scaled(1.5, "test"),
            ranges,
            ranges.classify(ACCOUNT),
            published,
            published.classify(Influencer.builder("x", Platform.X).build()),
            PriceCurve.published(),
            Criteria.engagement(model, curve),
            Criteria.engagedAudience(model),
            Criteria.conversion(),
            Criteria.audienceFit(BRAND),
            Criteria.cost(BRAND, PriceCurve.published()),
            TierStudy.of(ProfileColumns.copyOf(List.of(ACCOUNT)), ranges, published),
            scorer);
    List<Object> all = new ArrayList<>(samples);
    all.addAll(Samples.values(0).values());
    Map<String, Serializable> named = new LinkedHashMap<>();
    for (Object sample : all) {
      named.put(named.size() + " " + sample.getClass().getSimpleName(), (Serializable) sample);
    }
    return named;
  }

  /** Records what is really written: the serial forms and what they hold. */
  private static final class Recorder extends ObjectOutputStream {
    private final List<Object> written = new ArrayList<>();

    Recorder() throws IOException {
      super(new ByteArrayOutputStream());
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      if (object.getClass().getName().startsWith(BASE)) {
        written.add(object);
      }
      return object;
    }
  }

  private static List<Object> written() throws IOException {
    try (Recorder recorder = new Recorder()) {
      for (Serializable sample : samples().values()) {
        recorder.writeObject(sample);
      }
      return recorder.written;
    }
  }

  private static List<Class<?>> serializableTypes() throws IOException {
    return Samples.classes().stream()
        .filter(type -> Serializable.class.isAssignableFrom(type))
        .filter(type -> !type.isInterface() && !Enum.class.isAssignableFrom(type))
        .toList();
  }

  @Test
  void everyValueIsSerializable() {
    Samples.values(0)
        .forEach((type, value) -> assertTrue(value instanceof Serializable, type::getName));
  }

  private static Object read(byte[] stream) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      in.setObjectInputFilter(FILTER);
      return in.readObject();
    }
  }

  @Test
  void thereIsASampleOfEverySerializableType() throws IOException {
    Set<String> sampled = new TreeSet<>();
    samples().values().forEach(sample -> sampled.add(sample.getClass().getName()));
    for (Object object : written()) {
      sampled.add(object.getClass().getName());
      // What writes a form is never written itself.
      Class<?> outer = object.getClass().getEnclosingClass();
      if (outer != null) {
        sampled.add(outer.getName());
      }
    }
    Set<String> all = serializableTypes().stream().map(Class::getName).collect(Collectors.toSet());
    assertEquals(new TreeSet<>(all), new TreeSet<>(retained(sampled, all)));
    assertTrue(all.size() > 20, () -> "types were found: " + all);
  }

  private static Set<String> retained(Set<String> names, Set<String> all) {
    return names.stream().filter(all::contains).collect(Collectors.toSet());
  }

  @Test
  void everyTypeReadsBackEqualAndNeedsNoMoreThanTheFilterAllows() {
    samples()
        .forEach(
            (name, sample) -> {
              Object copy = assertDoesNotThrow(() -> read(Serial.write(sample)), name);
              assertEquals(described(sample), described(copy), name);
              assertDoesNotThrow(() -> checkInvariants(copy), name);
            });
  }

  /** A scorer is equal to itself alone: two are the same if their text is. */
  private static Object described(Object object) {
    return object instanceof Scorer scorer ? scorer.describe() : object;
  }

  @Test
  void aClassIsWrittenAsACheckedRecordAndRefusesAStreamOfItsOwnFields() throws IOException {
    for (Class<?> type : serializableTypes()) {
      if (type.isRecord()) {
        continue; // Always read through its constructor.
      }
      assertTrue(
          Arrays.stream(type.getDeclaredMethods())
              .anyMatch(method -> method.getName().equals("writeReplace")),
          () -> type + " must write a form");
      byte[] direct = direct(type);
      InvalidObjectException refused =
          assertThrows(InvalidObjectException.class, () -> read(direct), type.getName());
      assertTrue(
          refused.getMessage().matches(".+ must be read through (its|their) (form|settings)"),
          refused.getMessage());
    }
  }

  /** A stream that claims to hold the class itself, without fields. */
  private static byte[] direct(Class<?> type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
      out.writeShort(ObjectStreamConstants.STREAM_VERSION);
      out.writeByte(ObjectStreamConstants.TC_OBJECT);
      out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
      out.writeUTF(type.getName());
      out.writeLong(ObjectStreamClass.lookup(type).getSerialVersionUID());
      out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
      out.writeShort(0);
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
      out.writeByte(ObjectStreamConstants.TC_NULL);
    }
    return bytes.toByteArray();
  }

  @Test
  void aFormWithoutAPartIsRefused() throws Exception {
    Set<String> tried = new TreeSet<>();
    for (Object form : written()) {
      if (!form.getClass().isRecord()) {
        continue;
      }
      RecordComponent[] parts = form.getClass().getRecordComponents();
      for (int i = 0; i < parts.length; i++) {
        String name = form.getClass().getSimpleName() + "." + parts[i].getName();
        if (!parts[i].getType().isPrimitive() && !NULLABLE.contains(name)) {
          assertRefused(form, i, null);
          tried.add(name);
        }
      }
    }
    assertTrue(tried.size() > 30, tried::toString);
  }

  @Test
  void aFormWithAnImpossibleNumberIsRefusedOrMakesWhatABuilderWould() throws Exception {
    for (Object form : written()) {
      RecordComponent[] parts =
          form.getClass().isRecord()
              ? form.getClass().getRecordComponents()
              : new RecordComponent[0];
      for (int i = 0; i < parts.length; i++) {
        if (parts[i].getType() == double.class) {
          for (double planted :
              new double[] {Double.NaN, -1, -0.0, Double.POSITIVE_INFINITY, Double.MIN_VALUE}) {
            checkTampered(form, i, planted);
          }
        } else if (parts[i].getType() == int.class) {
          checkTampered(form, i, -1);
          checkTampered(form, i, Integer.MAX_VALUE);
        }
      }
    }
  }

  /** The form with one part changed, or nothing if its constructor refuses it. */
  private static Stream<Object> changed(Object form, int part, Object planted) throws Exception {
    RecordComponent[] parts = form.getClass().getRecordComponents();
    Object[] values = new Object[parts.length];
    Class<?>[] types = new Class<?>[parts.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i].getAccessor().setAccessible(true);
      values[i] = i == part ? planted : parts[i].getAccessor().invoke(form);
      types[i] = parts[i].getType();
    }
    Constructor<?> constructor = form.getClass().getDeclaredConstructor(types);
    constructor.setAccessible(true);
    try {
      return Stream.of(constructor.newInstance(values));
    } catch (InvocationTargetException e) {
      return Stream.empty();
    }
  }

  private static void assertRefused(Object form, int part, Object planted) throws Exception {
    for (Object tampered : changed(form, part, planted).toList()) {
      assertThrows(
          InvalidObjectException.class,
          () -> read(Serial.write(tampered)),
          () -> form + " with " + planted + " as part " + part);
    }
  }

  private static void checkTampered(Object form, int part, Object planted) throws Exception {
    for (Object tampered : changed(form, part, planted).toList()) {
      try {
        checkInvariants(read(Serial.write(tampered)));
      } catch (InvalidObjectException e) {
        assertTrue(String.valueOf(e.getMessage()).contains("must"), e.getMessage());
      } catch (AssertionError e) {
        throw new AssertionError(
            "%s with %s as part %d: %s".formatted(form, planted, part, e.getMessage()), e);
      }
    }
  }

  @Test
  void targetsAreCheckedWhenAnAudienceFitIsRead() {
    Criterion fit =
        Criteria.audienceFit(BrandProfile.builder().audience("country", "us", 0.625).build());
    InvalidObjectException refused =
        assertThrows(
            InvalidObjectException.class, () -> Serial.read(Serial.write(fit), 0.625, -0.625));
    assertEquals(
        "audience fit must be valid: weight of us must be > 0 and <= 1, was -0.625",
        refused.getMessage());
  }

  @Test
  void aSlopeWithoutEndIsRefusedWhenACurveIsRead() throws Exception {
    SizeCurve flat =
        SizeCurve.published(Platform.YOUTUBE, EngagementModels.standard(Platform.YOUTUBE))
            .orElseThrow();
    Object form;
    try (Recorder recorder = new Recorder()) {
      recorder.writeObject(flat);
      form = recorder.written.get(0);
    }
    int slope = form.getClass().getRecordComponents().length - 1;
    Object endless = changed(form, slope, Double.POSITIVE_INFINITY).findFirst().orElseThrow();
    assertEquals(
        "size curve must be valid: slope of a rate must be a finite number, was Infinity",
        assertThrows(InvalidObjectException.class, () -> read(Serial.write(endless))).getMessage());
  }

  @Test
  void aFlippedBitIsRefusedOrMakesWhatABuilderWould() throws IOException {
    int refused = 0;
    int taken = 0;
    for (var sample : samples().entrySet()) {
      byte[] stream = Serial.write(sample.getValue());
      int step = Math.max(1, stream.length / 60);
      for (int at = 0; at < stream.length; at += step) {
        byte[] tampered = stream.clone();
        tampered[at] ^= (byte) (1 << (at * 5 % 8));
        if (isTaken(sample.getKey() + ", byte " + at, tampered)) {
          taken++;
        } else {
          refused++;
        }
      }
    }
    assertTrue(refused > 300 && taken > 50, refused + " refused, " + taken + " taken");
  }

  private static boolean isTaken(String what, byte[] stream) {
    Object read;
    try {
      read = read(stream);
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      return false;
    } catch (Error e) {
      throw new AssertionError(what, e);
    }
    if (read != null && read.getClass().getName().startsWith(BASE)) {
      assertDoesNotThrow(() -> checkInvariants(read), what);
    }
    return true;
  }

  /** What holds for every object that can be made, and would not for one with bad parts. */
  private static void checkInvariants(Object read) throws IOException, ClassNotFoundException {
    Object again = read(Serial.write(read));
    assertEquals(described(read), described(again));
    assertTrue(!read.toString().isEmpty());
    if (read instanceof Scorer scorer) {
      Score score = scorer.score(WITHOUT_PRICE);
      assertTrue(score.value() >= 0 && score.value() <= 100, () -> "score was " + score.value());
    } else if (read instanceof Criterion criterion) {
      for (Platform platform : Platform.values()) {
        double utility = criterion.utility(Influencer.builder("x", platform).likes(5).build());
        assertTrue(Double.isNaN(utility) || (utility >= 0 && utility <= 1), () -> "was " + utility);
      }
      double utility = criterion.utility(WITHOUT_PRICE);
      assertTrue(Double.isNaN(utility) || (utility >= 0 && utility <= 1), () -> "was " + utility);
    } else if (read instanceof TierPolicy policy) {
      assertTrue(policy.outcomes().contains(policy.classify(WITHOUT_PRICE)), policy::toString);
    } else if (read instanceof SizeCurve curve) {
      for (double followers : new double[] {1_000, 48_200}) {
        double rate = curve.expectedRate(followers);
        assertTrue(rate >= 0, () -> "rate was " + rate);
      }
    } else if (read instanceof EngagementModel model) {
      double rate = model.rate(WITHOUT_PRICE);
      assertTrue(Double.isNaN(rate) || rate >= 0, () -> "rate was " + rate);
    } else if (read instanceof PriceCurve curve) {
      assertTrue(curve.price(48_200) > 0, curve::toString);
    } else if (read instanceof Explanation explanation) {
      assertTrue(explanation.holds(), explanation::label);
    }
  }
}
