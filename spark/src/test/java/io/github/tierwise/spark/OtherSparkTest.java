package io.github.tierwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Where Spark lacks what is inside of it here, accounts are scored without it. */
class OtherSparkTest {

  private static final String SQL = "org.apache.spark.sql.";

  /** A user, whose Spark lacks something. */
  static final class User implements UnaryOperator<Dataset<Row>> {
    @Override
    public Dataset<Row> apply(Dataset<Row> data) {
      return Tierwise.score(data, RandomAccounts.scorer(), RandomAccounts.COLUMNS);
    }
  }

  /** Another, who wants to score in SQL. */
  static final class SqlUser implements UnaryOperator<Dataset<Row>> {
    @Override
    public Dataset<Row> apply(Dataset<Row> data) {
      Tierwise.register(data.sparkSession(), RandomAccounts.scorer(), RandomAccounts.COLUMNS);
      return data;
    }
  }

  /** Loads our classes anew, and finds no class in some packages of Spark's. */
  private static final class Loader extends ClassLoader {
    private final List<String> lacking;

    private Loader(String... lacking) {
      super(OtherSparkTest.class.getClassLoader());
      this.lacking = List.of(lacking);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (lacking.stream().anyMatch(each -> name.startsWith(SQL + each + "."))) {
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
  void rowsAreScoredWhereSparkIsDifferentInside() throws ReflectiveOperationException {
    checkScoresByRows(new Loader("execution"));
  }

  /** Such a client has the public API alone, and sends what it is to do to a server. */
  @Test
  void rowsAreScoredForClientsOfSparkConnect() throws ReflectiveOperationException {
    checkScoresByRows(new Loader("classic", "catalyst", "connector", "execution", "vectorized"));
  }

  @Test
  void functionsOfSqlAreRefusedToClientsOfSparkConnect() throws ReflectiveOperationException {
    Dataset<Row> data = Sessions.session().emptyDataFrame();
    UnaryOperator<Dataset<Row>> user = user(connect(), SqlUser.class);
    assertEquals(
        "session must be a classic one for functions in SQL, was "
            + data.sparkSession().getClass().getName()
            + ": use Tierwise.score",
        assertThrows(IllegalArgumentException.class, () -> user.apply(data)).getMessage());
  }

  private static Loader connect() {
    return new Loader("classic", "catalyst", "connector", "execution", "vectorized");
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<Dataset<Row>> user(Loader loader, Class<?> type)
      throws ReflectiveOperationException {
    Class<?> user = loader.loadClass(type.getName());
    assertNotSame(type, user);
    var constructor = user.getDeclaredConstructor();
    constructor.setAccessible(true);
    return (UnaryOperator<Dataset<Row>>) constructor.newInstance();
  }

  private static void checkScoresByRows(Loader loader) throws ReflectiveOperationException {
    RandomAccounts accounts = new RandomAccounts(new Random(2), 100);
    Dataset<Row> scored = user(loader, User.class).apply(accounts.dataset(2));
    assertFalse(ColumnarTest.planOf(scored).contains("TierwiseScore"));
    ScoreTest.checkScores(accounts, scored);
  }
}
