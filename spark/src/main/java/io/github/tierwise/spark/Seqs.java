package io.github.tierwise.spark;

import java.util.ArrayList;
import java.util.List;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Sequences of Scala, of which Spark's plans are made. */
final class Seqs {

  private Seqs() {}

  static <T> Seq<T> of(List<? extends T> items) {
    return CollectionConverters.asScala((List<T>) new ArrayList<T>(items)).toSeq();
  }

  static <T> List<T> list(Seq<T> items) {
    return CollectionConverters.asJava(items);
  }

  static <T> Seq<T> join(Seq<T> first, Seq<T> second) {
    List<T> all = new ArrayList<>(list(first));
    all.addAll(list(second));
    return of(all);
  }
}
