package io.github.tierwise.spark.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The functions that sessions of this driver have registered. Spark makes an instance for each
 * session by the name of the class, hence it is public; what it knows lies with the driver, by a
 * number that the session's configuration holds.
 */
public final class FunctionsOfSessions implements FunctionCatalog {

  private static final String CATALOG = "spark.sql.catalog.";
  private static final String SESSION = "session";
  private static final Map<String, UnboundFunction> FUNCTIONS = new ConcurrentHashMap<>();

  private String name = "";
  private String session = "";

  /** For Spark. */
  public FunctionsOfSessions() {}

  /**
   * Lets a session find a function, instead of the one before.
   *
   * @param session the configuration of the session
   * @param catalog the name before the point
   * @param function the function
   */
  public static void put(RuntimeConfig session, String catalog, UnboundFunction function) {
    String key = CATALOG + catalog + "." + SESSION;
    String id = session.get(key, UUID.randomUUID().toString());
    FUNCTIONS.put(id, function);
    session.set(key, id);
    session.set(CATALOG + catalog, FunctionsOfSessions.class.getName());
  }

  @Override
  public void initialize(String catalog, CaseInsensitiveStringMap options) {
    name = catalog;
    session = options.getOrDefault(SESSION, "");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Identifier[] listFunctions(String[] namespace) {
    return Optional.ofNullable(FUNCTIONS.get(session)).stream()
        .map(function -> Identifier.of(new String[0], function.name()))
        .toArray(Identifier[]::new);
  }

  @Override
  public UnboundFunction loadFunction(Identifier function) throws NoSuchFunctionException {
    return Optional.ofNullable(FUNCTIONS.get(session))
        .filter(known -> function.namespace().length == 0)
        .filter(known -> known.name().equalsIgnoreCase(function.name()))
        .orElseThrow(() -> new NoSuchFunctionException(function));
  }
}
