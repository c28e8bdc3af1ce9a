"""Makes reference.tsv with independent implementations of the coefficients.

python3 reference.py > reference.tsv   (krippendorff.cjs adds krippendorff.tsv)

The header of the output names their versions. One case a line: what it is, the input, the output.
"""
import sys

import numpy
import scipy
import sklearn
import statsmodels
from scipy import stats
from sklearn.metrics import adjusted_rand_score
from statsmodels.stats.inter_rater import cohens_kappa

random = numpy.random.default_rng(20261123)


def line(kind, given, *found):
    rows = ";".join(" ".join(repr(float(v)) if isinstance(v, float) else str(int(v)) for v in row)
                    for row in given)
    print(kind, rows, " ".join(repr(float(v)) for v in found), sep="\t")


print("# python %s, numpy %s, scipy %s, scikit-learn %s, statsmodels %s" % (
    sys.version.split()[0], numpy.__version__, scipy.__version__, sklearn.__version__,
    statsmodels.__version__))

# statsmodels.stats.inter_rater.cohens_kappa: kappa and std_kappa.
for table in ([[20, 5], [10, 15]], [[45, 15], [25, 15]], [[25, 35], [5, 35]], [[1000, 0], [0, 3]],
              [[0, 7], [9, 0]], [[310, 90], [0, 1394]]):
    found = cohens_kappa(numpy.array(table), return_results=True)
    line("kappa", table, found.kappa, found.std_kappa)
for near in (0, 0, 0, 40, 400, 4000):
    table = random.integers(0, 200, (5, 5)) + near * numpy.eye(5, dtype=int)
    found = cohens_kappa(table, wt="quadratic", return_results=True)
    line("weighted", table, found.kappa, found.std_kappa)

# sklearn.metrics.adjusted_rand_score.
for near in (0, 0, 0, 20, 20, 100):
    rows, columns = random.integers(2, 6, 2)
    table = random.integers(0, 9, (rows, columns)) + near * numpy.eye(rows, columns, dtype=int)
    first = [i for i in range(rows) for j in range(columns) for _ in range(table[i][j])]
    second = [j for i in range(rows) for j in range(columns) for _ in range(table[i][j])]
    line("rand", table, adjusted_rand_score(first, second))

# scipy.stats.kruskal: H by n - 1. The input is a group a row: how many values are in each bin.
for near in (0, 0, 0, 5, 20, 100):
    groups = random.integers(0, 6, (int(random.integers(2, 5)), 12))
    groups = groups + numpy.eye(len(groups), 12, dtype=int) * near + numpy.eye(12, dtype=int)[0]
    values = [[bin for bin in range(12) for _ in range(group[bin])] for group in groups]
    n = sum(len(group) for group in values)
    line("kruskal", groups, stats.kruskal(*values).statistic / (n - 1))

# scipy.stats.kendalltau, variant b.
for near in (0, 0, 0, 1, 1, 1):
    x, noise = random.integers(0, 12, 30), random.integers(0, 12, 30)
    y = (x + noise) // 2 if near else noise
    line("tau", [x, y], stats.kendalltau(x, y, variant="b").statistic)

# scipy.stats.linregress, and the interval by scipy.stats.t.
for n in (10, 11, 25, 200):
    x = [float(round(v, 3)) for v in random.uniform(6, 25, n)]
    y = [float(round(-3 - 0.4 * v + random.normal(0, 1.5), 3)) for v in x]
    found = stats.linregress(x, y)
    reach = stats.t.ppf(0.975, n - 2) * found.stderr
    line("line", [x, y], found.slope, found.slope - reach, found.slope + reach, found.intercept)
for degrees in (8, 9, 15, 40, 300, 10000):
    line("student", [[degrees]], stats.t.ppf(0.975, degrees))

# numpy.quantile by the inverse of the empirical distribution function.
for n in (1, 2, 9, 10, 333):
    rates = [float(v) for v in random.lognormal(-4, 1.2, n)]
    line("quantile", [rates],
         *numpy.quantile(rates, [0.25, 0.5, 0.75], method="inverted_cdf"))
