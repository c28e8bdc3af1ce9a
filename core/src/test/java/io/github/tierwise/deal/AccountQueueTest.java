package io.github.tierwise.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AccountQueueTest {

  private record Keyed(double key, int account) {}

  @Property(tries = 300)
  void accountsComeByTheirKeysAndThenByThemselves(
      @ForAll List<@IntRange(min = 0, max = 20) Integer> keys, @ForAll int lowered) {
    AccountQueue queue = new AccountQueue(keys.size());
    PriorityQueue<Keyed> expected =
        new PriorityQueue<>(
            Comparator.comparingDouble(Keyed::key).reversed().thenComparingInt(Keyed::account));
    for (int i = keys.size() - 1; i >= 0; i--) {
      queue.append(i, keys.get(i));
      expected.add(new Keyed(keys.get(i), i));
    }
    queue.order();
    List<Integer> seen = new ArrayList<>();
    List<Integer> inOrder = new ArrayList<>();
    for (int step = 0; queue.size() > 0; step++) {
      Keyed first = expected.remove();
      assertEquals(first.key, queue.firstKey());
      seen.add(queue.first());
      inOrder.add(first.account);
      if ((lowered >>> step % 32 & 1) == 1 && first.key > 0) {
        queue.lowerFirst(Math.floor(first.key / 2));
        expected.add(new Keyed(Math.floor(first.key / 2), first.account));
      } else {
        queue.removeFirst();
      }
      if (step == keys.size() / 2) {
        queue.keep(i -> i % 3 > 0);
        expected.removeIf(each -> each.account % 3 == 0);
      }
    }
    assertEquals(inOrder, seen);
    assertEquals(0, expected.size());
  }
}
