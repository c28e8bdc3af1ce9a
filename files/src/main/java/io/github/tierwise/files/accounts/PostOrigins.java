package io.github.tierwise.files.accounts;

import io.github.tierwise.files.columns.ColumnRoles;
import io.github.tierwise.files.columns.Field;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which posts an account's numbers were made of. Immutable. */
final class PostOrigins {

  private final PostFold fold;

  PostOrigins(PostFold fold) {
    this.fold = fold;
  }

  /** What the posts of an account gave; of what only an account has, the row of the newest. */
  List<Origin> of(AccountKey account) {
    PostFold.Given given = fold.given(account);
    List<Origin> origins = of(account.platform(), given, Set.of());
    PostFold.Span newest = given.newest();
    for (Origin each :
        new Origins(newest.table(), new long[0]).ofLine(newest.first(), account.platform())) {
      if (measure(each).isEmpty() || measure(each).equals(Optional.of(Measure.PRICE))) {
        origins.add(each);
      }
    }
    return origins;
  }

  /** What the posts and the row of an account gave: each number is said of where it came from. */
  List<Origin> of(AccountKey account, List<Origin> row, Set<Measure> known) {
    if (!fold.hasPosts(account)) {
      return row;
    }
    PostFold.Given given = fold.given(account);
    List<Origin> origins =
        new ArrayList<>(
            row.stream()
                .filter(
                    each ->
                        measure(each)
                            .filter(of -> given.rules().containsKey(of) && !known.contains(of))
                            .isEmpty())
                .toList());
    origins.addAll(of(account.platform(), given, known));
    return origins;
  }

  /** The number that a field is of; a rate becomes engagements. */
  private static Optional<Measure> measure(Origin origin) {
    return Field.of(origin.field())
        .flatMap(
            field ->
                field == Field.ENGAGEMENT_RATE
                    ? Optional.of(Measure.ENGAGEMENTS)
                    : field.measure());
  }

  private static List<Origin> of(Platform platform, PostFold.Given given, Set<Measure> without) {
    List<Origin> origins = new ArrayList<>();
    for (Map.Entry<Measure, String> rule : given.rules().entrySet()) {
      for (PostFold.Span span : given.spans()) {
        Optional<ColumnRoles> roles = span.table().columns().of(platform);
        if (roles.isPresent() && !without.contains(rule.getKey())) {
          of(rule.getKey(), rule.getValue(), span, roles.get()).ifPresent(origins::add);
        }
      }
    }
    return origins;
  }

  private static Optional<Origin> of(
      Measure measure, String rule, PostFold.Span span, ColumnRoles roles) {
    if (measure == Measure.POSTS) {
      return Optional.of(origin(Field.POSTS, span, "", rule));
    }
    Optional<Field> field =
        roles.numbers().keySet().stream()
            .filter(each -> each.measure().equals(Optional.of(measure)))
            .findFirst();
    if (field.isEmpty() && measure == Measure.ENGAGEMENTS) {
      field = Optional.of(Field.ENGAGEMENT_RATE).filter(roles.numbers()::containsKey);
    }
    return field.map(each -> origin(each, span, columns(each, span, roles), rule));
  }

  private static String columns(Field field, PostFold.Span span, ColumnRoles roles) {
    return roles.numbers().entrySet().stream()
        .filter(each -> each.getKey() == field)
        .flatMap(each -> each.getValue().columns().stream())
        .map(span.table().sheet().header()::get)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Origin origin(Field field, PostFold.Span span, String column, String rule) {
    return new Origin(
        field.label(),
        span.table().sheet().place(span.first()).file(),
        span.table().sheet().place(span.first()).line(),
        span.table().sheet().place(span.last()).line(),
        span.posts(),
        column,
        "",
        rule);
  }
}
