package io.github.tierwise.spark;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Where Spark lacks what the operator of our own is built on, accounts are scored without it. */
class OtherSparkTest {

  /** A user, whose Spark has no session of the classic kind. */
  static final class User implements UnaryOperator<Dataset<Row>> {
    @Override
    public Dataset<Row> apply(Dataset<Row> data) {
      return Tierwise.score(data, RandomAccounts.scorer(), RandomAccounts.COLUMNS);
    }
  }

  /** Loads our classes anew, and finds nothing classic. */
  private static final class Loader extends ClassLoader {
    private Loader() {
      super(OtherSparkTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.apache.spark.sql.classic.")) {
        throw new ClassNotFoundException(name);
      }
      return name.startsWith("io.github.tierwise.spark.")
          ? ours(name)
          : super.loadClass(name, resolve);
    }

    private synchronized Class<?> ours(String name) throws ClassNotFoundException {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void rowsAreScoredWhereSparkIsDifferentInside() throws ReflectiveOperationException {
    RandomAccounts accounts = new RandomAccounts(new Random(2), 100);
    Class<?> user = new Loader().loadClass(User.class.getName());
    assertNotSame(User.class, user);
    var constructor = user.getDeclaredConstructor();
    constructor.setAccessible(true);
    Dataset<Row> scored =
        ((UnaryOperator<Dataset<Row>>) constructor.newInstance()).apply(accounts.dataset(2));
    assertFalse(ColumnarTest.planOf(scored).contains("TierwiseScore"));
    ScoreTest.checkScores(accounts, scored);
  }
}
