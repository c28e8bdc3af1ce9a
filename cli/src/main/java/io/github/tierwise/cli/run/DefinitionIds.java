package io.github.tierwise.cli.run;

import io.github.tierwise.tier.TierPolicies;
import java.util.Iterator;

/** The ids of published definitions, to complete one. */
public final class DefinitionIds implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return TierPolicies.publishedIds().iterator();
  }
}
