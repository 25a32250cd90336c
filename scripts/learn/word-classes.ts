/**
 * Classes of words: spherical k-means over the words that stand directly before and after, weighted by positive
 * pointwise mutual information. A substitute for a part-of-speech tagger that also tells kinds of things apart.
 */
export class ContextCounts {
  readonly #counts = new Map<string, number>();
  readonly #pairs = new Map<string, Map<string, number>>();

  /** Counts the words of one sentence; marks are given as their character. */
  add(words: readonly string[]): void {
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as string;
      this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
      let row = this.#pairs.get(word);
      if (row === undefined) {
        row = new Map();
        this.#pairs.set(word, row);
      }
      bump(row, `<${words[i - 1] ?? '^'}`);
      bump(row, `>${words[i + 1] ?? '$'}`);
      if (row.size > 4000) for (const [key, n] of row) if (n === 1) row.delete(key);
    }
  }

  /** Forgets words seen once or twice, so that memory stays bounded while counting. */
  prune(): void {
    for (const [word, n] of this.#counts) {
      if (n > 2) continue;
      this.#counts.delete(word);
      this.#pairs.delete(word);
    }
  }

  /** A class from 1 to `classes` for each word that was counted at least `least` times. */
  cluster(classes: number, least: number, rounds: number): Map<string, number> {
    const byCount = [...this.#counts].filter(([, n]) => n >= least);
    byCount.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const columns = new Map<string, number>();
    for (const [word] of byCount.slice(0, 1000)) {
      columns.set(`<${word}`, columns.size);
      columns.set(`>${word}`, columns.size);
    }
    columns.set('<^', columns.size).set('>$', columns.size);
    const total = byCount.reduce((sum, [, n]) => sum + n, 0);
    const columnTotals = new Float64Array(columns.size);
    for (const [word] of byCount) {
      for (const [key, n] of this.#pairs.get(word) ?? []) {
        const column = columns.get(key);
        if (column !== undefined) columnTotals[column] = (columnTotals[column] as number) + n;
      }
    }
    const rows = byCount.map(([word, n]) => this.#row(word, n, columns, columnTotals, total));
    const labels = sphericalMeans(rows, columns.size, classes, rounds);
    return new Map(byCount.map(([word], i) => [word, (labels[i] as number) + 1]));
  }

  #row(word: string, count: number, columns: Map<string, number>, totals: Float64Array, total: number): Row {
    const ids: number[] = [];
    const values: number[] = [];
    let norm = 0;
    for (const [key, n] of this.#pairs.get(word) ?? []) {
      const column = columns.get(key);
      if (column === undefined || n < 2) continue;
      const information = Math.log((n * total) / (count * (totals[column] as number)));
      if (information <= 0) continue;
      const value = information * Math.min(1, n / 8);
      ids.push(column);
      values.push(value);
      norm += value * value;
    }
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    return { ids: Int32Array.from(ids), values: Float32Array.from(values, (v) => v * scale) };
  }
}

interface Row {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

function bump(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function sphericalMeans(rows: readonly Row[], width: number, classes: number, rounds: number): Int32Array {
  // Seeds are spread over the frequent words: the same on every run.
  const spread = Math.max(1, Math.floor(Math.min(rows.length, 6000) / classes));
  let centres = Array.from({ length: classes }, (_, k) => dense(rows[(k * spread) % rows.length] as Row, width));
  const labels = new Int32Array(rows.length);
  for (let round = 0; round < rounds; round++) {
    const sums = Array.from({ length: classes }, () => new Float32Array(width));
    rows.forEach((row, i) => {
      let best = 0;
      let highest = -1;
      for (let k = 0; k < classes; k++) {
        const centre = centres[k] as Float32Array;
        let dot = 0;
        for (let f = 0; f < row.ids.length; f++)
          dot += (row.values[f] as number) * (centre[row.ids[f] as number] as number);
        if (dot > highest) {
          highest = dot;
          best = k;
        }
      }
      labels[i] = best;
      const sum = sums[best] as Float32Array;
      for (let f = 0; f < row.ids.length; f++) {
        const id = row.ids[f] as number;
        sum[id] = (sum[id] as number) + (row.values[f] as number);
      }
    });
    centres = sums.map(normalised);
  }
  return labels;
}

function dense(row: Row, width: number): Float32Array {
  const vector = new Float32Array(width);
  row.ids.forEach((id, f) => {
    vector[id] = row.values[f] as number;
  });
  return vector;
}

function normalised(vector: Float32Array): Float32Array {
  let norm = 0;
  for (const value of vector) norm += value * value;
  const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  return vector.map((value) => value * scale);
}
