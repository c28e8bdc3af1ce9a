/*
 * What the machine can do: the five outputs of the default scorer in C, and the speed of its memory.
 *
 *   gcc -O3 -march=native -ffp-contract=off -fno-math-errno -fno-trapping-math \
 *     -mtune-ctrl=use_gather -pthread reference.c -lm
 *
 * No option here changes a result: without contraction to fused multiply-add and without fast-math
 * every operation rounds as it does in Java. The next two promise only that nobody asks for errno or
 * floating-point traps, without which gcc does not vectorise; the last one lets it look up tables with
 * gathers on processors that it does not know.
 *
 * One loop does it all, vectorised over rows. Tried with 10 million rows and not faster: blocks of 512
 * and 2048 rows with a loop for each step (faster in the cache alone), logarithms by division and a
 * longer polynomial instead of a table, look-ups without gathers, narrower vectors, unrolling, and
 * prefetching.
 *
 * It talks to benchmarks.CReference by standard input and output: the number of rows, the constants
 * and the columns as little-endian binary, then commands a line each.
 */
#define _GNU_SOURCE
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { COLUMNS = 8, OUTPUTS = 4, CELLS = 128, MOST_THREADS = 64 };

/* The order of Formula.constants(). */
static struct {
  double engagement, conversion, fit, cost, audience;
  double believed, span, prior_conversions, prior_clicks, lowest_conversion, highest_conversion;
  double fewest_engaged, most_engaged, least_coverage, neutral, neutral_audience;
  double budget, price_floor, price_at_thousand, price_exponent, log_thousand;
  double from1, from2, from3;
  double size0, level0, level1, level2, level3;
  double slope0, slope1, slope2, slope3;
  double tier0, tier1, tier2, tier3, tier4, tier5;
  double below_tiers, tier_unknown;
} K;

static long rows;
static double *in[COLUMNS];
static double *out[OUTPUTS];
static int32_t *tiers;

/* Logarithm and power to base 2: a table of 128 points, a polynomial for the rest. */
static double inverse[CELLS + 1], logarithm[CELLS + 1], power[CELLS];

#define LN2 0.6931471805599453

static void fill_tables(void) {
  for (int k = 0; k <= CELLS; k++) {
    inverse[k] = 1.0 / (1.0 + k / (double)CELLS);
    logarithm[k] = k == CELLS ? 1.0 : k == 0 ? 0.0 : -(log(inverse[k]) / LN2);
  }
  for (int j = 0; j < CELLS; j++) {
    power[j] = pow(2.0, j / (double)CELLS);
  }
}

static inline uint64_t bits_of(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static inline double of_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static inline double log2_of(double x) {
  const uint64_t fraction = (UINT64_C(1) << 52) - 1;
  uint64_t bits = bits_of(x);
  /* A whole number below 2^52 in the low bits of 2^52: the conversion that every machine has. */
  double exponent = of_bits((bits >> 52) | UINT64_C(0x4330000000000000)) - (0x1p52 + 1023);
  uint64_t cell = (((bits & fraction) >> 44) + 1) >> 1;
  double mantissa = of_bits((bits & fraction) | UINT64_C(0x3FF0000000000000));
  double r = mantissa * inverse[cell] - 1.0;
  double rest =
      r * (1 / LN2
           + r * (-1 / (2 * LN2)
                  + r * (1 / (3 * LN2)
                         + r * (-1 / (4 * LN2) + r * (1 / (5 * LN2) + r * (-1 / (6 * LN2)))))));
  double result = exponent + (logarithm[cell] + rest);
  return x == x ? result : x;
}

static inline double exp2_of(double x) {
  double coarse = (x + 0x1.8p10) - 0x1.8p10;
  double shifted = coarse * CELLS + 0x1.8p52;
  double r = coarse - (shifted - 0x1.8p52) / CELLS;
  uint64_t whole = bits_of(shifted);
  double p = power[whole & (CELLS - 1)];
  double rest =
      r * (LN2
           + r * (LN2 * LN2 / 2
                  + r * (LN2 * LN2 * LN2 / 6
                         + r * (LN2 * LN2 * LN2 * LN2 / 24 + r * (LN2 * LN2 * LN2 * LN2 * LN2 / 120)))));
  double mantissa = p + p * rest;
  return mantissa * of_bits((((whole >> 7) + 1023) & 2047) << 52);
}

static inline double clamped(double utility, double unknown) {
  return utility >= 1 ? 1.0 : utility > 0 ? utility : utility <= 0 ? 0.0 : unknown;
}

static inline double coverage(double share, double least, double unknown) {
  return share < least ? least : share == share ? share : unknown;
}

static void score(long from, long to) {
  const double *restrict followers = in[0], *restrict likes = in[1], *restrict comments = in[2];
  const double *restrict clicks = in[3], *restrict conversions = in[4], *restrict quotes = in[5];
  const double *restrict topic = in[6], *restrict country = in[7];
  double *restrict scores = out[0], *restrict rates = out[1];
  double *restrict expected = out[2], *restrict costs = out[3];
  int32_t *restrict tier = tiers;
  const double conversion_factor = 1 / (K.highest_conversion - K.lowest_conversion);
  const double audience_factor = 1 / (K.most_engaged - K.fewest_engaged);
  const double span_factor = 1 / (K.span + K.span), cost_factor = 1 / (0 - K.budget);
  const int below = (int)K.below_tiers, unknown = (int)K.tier_unknown;
  const __typeof__(K) k = K;
#pragma GCC ivdep
  for (long i = from; i < to; i++) {
    double people = followers[i];
    double engaged = likes[i] + (comments[i] == comments[i] ? comments[i] : 0.0);
    double level = log2_of(1.0 + engaged);
    double size = log2_of(people < 1.0 ? 1.0 : people);

    double base = k.level0, slope = k.slope0, start = k.size0, end = k.level1;
    if (size >= k.from1) base = k.level1, slope = k.slope1, start = k.from1, end = k.level2;
    if (size >= k.from2) base = k.level2, slope = k.slope2, start = k.from2, end = k.level3;
    if (size >= k.from3) base = k.level3, slope = k.slope3, start = k.from3, end = INFINITY;
    double line = base + slope * (size - start);
    double usual = line > end ? end : line;

    rates[i] = engaged / people;
    expected[i] = exp2_of(usual - size);
    double curve = k.price_at_thousand * exp2_of(k.price_exponent * (size - k.log_thousand));
    curve = curve < k.price_floor ? k.price_floor : curve;
    double price = quotes[i] == quotes[i] ? quotes[i] : curve;
    costs[i] = price / engaged;

    int place = (people >= k.tier0) + (people >= k.tier1) + (people >= k.tier2)
                + (people >= k.tier3) + (people >= k.tier4) + (people >= k.tier5);
    place = place == 0 ? below : place - 1;
    tier[i] = people == people ? place : unknown;

    double rate = (conversions[i] + k.prior_conversions) / (clicks[i] + k.prior_clicks);
    double fit = sqrt(coverage(topic[i], k.least_coverage, k.neutral)
                      * coverage(country[i], k.least_coverage, k.neutral));
    double excess = k.believed * (level - usual);
    double sum = k.engagement * clamped((excess + k.span) * span_factor, k.neutral);
    sum += k.conversion * clamped((log2_of(rate) - k.lowest_conversion) * conversion_factor, k.neutral);
    sum += k.fit * fit;
    sum += k.cost * clamped((price - k.budget) * cost_factor, k.neutral);
    sum += k.audience * clamped((level - k.fewest_engaged) * audience_factor, k.neutral_audience);
    scores[i] = sum;
  }
}

/* The memory limit: the same columns read and the same outputs written, with next to no work. */
static void touch(long from, long to) {
  const double *restrict a = in[0], *restrict b = in[1], *restrict c = in[2], *restrict d = in[3];
  const double *restrict e = in[4], *restrict f = in[5], *restrict g = in[6], *restrict h = in[7];
  double *restrict p = out[0], *restrict q = out[1], *restrict r = out[2], *restrict s = out[3];
  int32_t *restrict t = tiers;
#pragma GCC ivdep
  for (long i = from; i < to; i++) {
    p[i] = a[i] + b[i];
    q[i] = c[i] + d[i];
    r[i] = e[i] + f[i];
    s[i] = g[i] + h[i];
    t[i] = (int32_t)i;
  }
}

/* The triad that is usual for telling memory bandwidth; 16 bytes are read and 8 written a row. */
static void triad(long from, long to) {
  const double *restrict b = in[0], *restrict c = in[1];
  double *restrict a = out[0];
#pragma GCC ivdep
  for (long i = from; i < to; i++) {
    a[i] = b[i] + 3.0 * c[i];
  }
}

typedef void work(long from, long to);

struct part {
  work *work;
  long from, to;
};

static void *run_part(void *argument) {
  struct part *part = argument;
  part->work(part->from, part->to);
  return NULL;
}

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

/* Prints the wall time and the processor time in ns. */
static void timed(work *work, int threads) {
  double wall = now(CLOCK_MONOTONIC), cpu = now(CLOCK_PROCESS_CPUTIME_ID);
  if (threads <= 1) {
    work(0, rows);
  } else {
    pthread_t handles[MOST_THREADS];
    struct part parts[MOST_THREADS];
    for (int i = 0; i < threads; i++) {
      parts[i] = (struct part){work, rows * i / threads, rows * (i + 1) / threads};
      if (pthread_create(&handles[i], NULL, run_part, &parts[i]) != 0) {
        fprintf(stderr, "a thread could not be started\n");
        exit(1);
      }
    }
    for (int i = 0; i < threads; i++) {
      pthread_join(handles[i], NULL);
    }
  }
  cpu = now(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  wall = now(CLOCK_MONOTONIC) - wall;
  printf("%.0f %.0f\n", wall, cpu);
}

static void read_all(void *into, size_t bytes) {
  if (fread(into, 1, bytes, stdin) != bytes) {
    fprintf(stderr, "input ends early\n");
    exit(1);
  }
}

static void *allocate(size_t bytes) {
  void *memory = aligned_alloc(64, (bytes + 63) / 64 * 64);
  if (memory == NULL) {
    fprintf(stderr, "not enough memory\n");
    exit(1);
  }
  memset(memory, 0, bytes);
  return memory;
}

int main(void) {
  int64_t count;
  read_all(&count, sizeof count);
  rows = count;
  read_all(&K, sizeof K);
  for (int i = 0; i < COLUMNS; i++) {
    in[i] = allocate(rows * sizeof(double));
    read_all(in[i], rows * sizeof(double));
  }
  for (int i = 0; i < OUTPUTS; i++) {
    out[i] = allocate(rows * sizeof(double));
  }
  tiers = allocate(rows * sizeof(int32_t));
  fill_tables();
  printf("gcc %s\n", __VERSION__);
  fflush(stdout);

  char command[32];
  while (fgets(command, sizeof command, stdin) != NULL) {
    int threads = 1;
    char name[16];
    if (sscanf(command, "%15s %d", name, &threads) < 1 || threads < 1 || threads > MOST_THREADS) {
      fprintf(stderr, "command must be a name and a number of threads, was %s\n", command);
      return 1;
    }
    if (strcmp(name, "score") == 0) {
      timed(score, threads);
    } else if (strcmp(name, "touch") == 0) {
      timed(touch, threads);
    } else if (strcmp(name, "triad") == 0) {
      timed(triad, threads);
    } else if (strcmp(name, "outputs") == 0) {
      for (int i = 0; i < OUTPUTS; i++) {
        fwrite(out[i], sizeof(double), rows, stdout);
      }
      fwrite(tiers, sizeof(int32_t), rows, stdout);
    } else {
      fprintf(stderr, "command must be score, touch, triad or outputs, was %s\n", name);
      return 1;
    }
    fflush(stdout);
  }
  return 0;
}
