// Makes krippendorff.tsv with the npm package krippendorff 0.1.0:
//   npm install krippendorff@0.1.0 && node krippendorff.cjs > krippendorff.tsv
// It knows no ordinal difference, but takes one: Krippendorff's, of the values' frequencies.
const { alpha, coincidenceMatrix } = require("krippendorff");

function ordinal(matrix) {
  const values = [...new Set(matrix.flat().filter((v) => v !== undefined))].sort();
  const totals = coincidenceMatrix(matrix).map((row) => row.reduce((a, b) => a + (b ?? 0), 0));
  return (v, w) => {
    const [i, j] = [values.indexOf(v), values.indexOf(w)].sort((a, b) => a - b);
    let sum = -(totals[i] + totals[j]) / 2;
    for (let g = i; g <= j; g++) sum += totals[g];
    return sum * sum;
  };
}

function line(matrix) {
  const rows = matrix.map((row) => row.map((v) => v ?? "-").join(" ")).join(";");
  console.log(["alpha", rows, alpha(matrix, ordinal(matrix))].join("\t"));
}

console.log("# node " + process.version + ", krippendorff " +
  require("krippendorff/package.json").version);
const _ = undefined;
// The example of K. Krippendorff, Computing Krippendorff's alpha-reliability; published: 0.815.
line([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]);
let seed = 20261123;
const next = (n) => (seed = (seed * 48271) % 2147483647) % n;
for (let i = 0; i < 6; i++) {
  const raters = 2 + next(5);
  line(Array.from({ length: raters }, () =>
    Array.from({ length: 20 }, () => (next(4) === 0 ? _ : 1 + next(5)))));
}
