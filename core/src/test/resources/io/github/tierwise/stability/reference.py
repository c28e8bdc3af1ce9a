"""Recomputes the example of ReferenceTest with NumPy: python3 reference.py > reference.tsv

Four antidepressants by six criteria, means and standard deviations as in the model "Benefit-Risk model of second
generation antidepressants" of JSMAA (github.com/tommite/jsmaa, models/smaa2-benefitrisk.jsmaa). Utilities are straight
lines between the least and the largest end of the intervals mean +- 1.96 deviations, flat outside; weights are uniform
on the simplex.
"""
import numpy as np

NAMES = ["Fluoxetine", "Paroxetine", "Sertraline", "Venlafaxine"]
LOGS = np.array([[0.0, 0.0], [0.086, 0.056], [0.095, 0.044], [0.113, 0.048]])
EVENTS = np.array(
    [
        [[11.7, 2.5], [9.2, 1.86], [15.4, 2.65], [5.5, 2.32]],
        [[7.2, 1.45], [10.6, 1.58], [7.5, 1.48], [15.7, 4.44]],
        [[16.6, 3.27], [21.2, 5.15], [20.2, 3.78], [12.8, 2.45]],
        [[13.7, 1.89], [14.3, 2.93], [15.0, 3.21], [11.2, 3.98]],
        [[18.6, 1.79], [18.3, 3.7], [19.5, 2.6], [31.0, 1.68]],
    ]
)
DRAWS = 4_000_000
STEP = 500_000


def line(x, worst, best):
    return np.clip((x - worst) / (best - worst), 0, 1)


def utilities(rng, n):
    out = np.empty((n, 4, 6))
    low = np.exp(LOGS[:, 0] - 1.96 * LOGS[:, 1]).min()
    high = np.exp(LOGS[:, 0] + 1.96 * LOGS[:, 1]).max()
    out[:, :, 0] = line(np.exp(rng.normal(LOGS[:, 0], LOGS[:, 1], (n, 4))), low, high)
    for j in range(5):
        mean, deviation = EVENTS[j, :, 0], EVENTS[j, :, 1]
        least, most = (mean - 1.96 * deviation).min(), (mean + 1.96 * deviation).max()
        out[:, :, j + 1] = line(rng.normal(mean, deviation, (n, 4)), most, least)
    return out


rng = np.random.default_rng(20261129)
ranks = np.zeros((4, 4))
central = np.zeros((4, 6))
for _ in range(DRAWS // STEP):
    weights = rng.dirichlet(np.ones(6), STEP)
    order = np.argsort(-np.einsum("nj,naj->na", weights, utilities(rng, STEP)), axis=1)
    for rank in range(4):
        ranks[:, rank] += np.bincount(order[:, rank], minlength=4)
    for a in range(4):
        central[a] += weights[order[:, 0] == a].sum(axis=0)
central /= ranks[:, :1]
confident = np.zeros(4)
for _ in range(DRAWS // STEP):
    drawn = utilities(rng, STEP)
    for a in range(4):
        confident[a] += ((drawn @ central[a]).argmax(axis=1) == a).sum()
print("# NumPy %s, %d draws; see reference.py" % (np.__version__, DRAWS))
print("alternative\trank 1\trank 2\trank 3\trank 4\tconfidence\t" + "\t".join("weight %d" % (j + 1) for j in range(6)))
for a in range(4):
    cells = list(ranks[a] / DRAWS) + [confident[a] / DRAWS] + list(central[a])
    print(NAMES[a] + "\t" + "\t".join("%.5f" % x for x in cells))
