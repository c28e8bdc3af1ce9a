package io.github.tierwise.cli;

import io.github.tierwise.cli.text.Nearest;
import io.github.tierwise.tier.TierPolicies;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Checks that a published tier definition has the id. */
final class DefinitionConverter implements ITypeConverter<String> {

  @Override
  public String convert(String id) {
    List<String> ids = TierPolicies.publishedIds();
    if (!ids.contains(id)) {
      throw new TypeConversionException(
          "definition must be one of %s, was \"%s\"%s"
              .formatted(String.join(", ", ids), id, Nearest.hint(id, ids)));
    }
    return id;
  }
}
