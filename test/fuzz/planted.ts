/** Faults that were put here to be found, each as one finds them in the wild. */
import type { FuzzTarget } from './target.js';

/** Deep down: each step is taken by one in some hundred inputs, all of them by hardly any. */
export const deepFault: FuzzTarget = {
  name: 'deep',
  seeds: () => ['@misc{key, title = {Kites}}'],
  run(input) {
    const [first = 0, second = 0, third = 0] = [input.indexOf('%'), input.indexOf('~'), input.indexOf('#')];
    if (first < 5) return;
    if (second < first + 3) return;
    if (third < second + 3) return;
    const between = input.toString('latin1', second, third);
    if (!between.includes('{')) return;
    if (!between.includes('misc')) return;
    throw new TypeError('planted: cannot read properties of undefined');
  },
};

/** Nothing is thrown, but what comes out is wrong: a sign that is cut at the border of two pieces is lost. */
export const silentFault: FuzzTarget = {
  name: 'silent',
  seeds: () => ['{"title": "Kites", "abstract": "We fly them."}'],
  run(input) {
    const readBy = (size: number) => {
      let text = '';
      for (let at = 0; at < input.length; at += size) text += input.toString('utf8', at, at + size);
      return text;
    };
    if (readBy(7) !== readBy(input.length + 1)) throw new Error('planted: other pieces, another text');
  },
};
