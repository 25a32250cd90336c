/** `curation.yaml`, read and changed. */
import { checkChange, reads } from '../../curation/check-file.js';
import type { FuzzTarget } from '../target.js';

const EDITS = [
  '{ merge: KV cache, into: key-value cache }',
  '{ split: RL, from: reinforcement learning } # a comment',
  '{ rename: "grpo", to: \'GRPO\' }',
  '{ retype: GRPO, to: Technique }',
  '{ reject: BUILDS_ON, from: GRPO, to: PPO }',
];

export const curationTarget: FuzzTarget = {
  name: 'curation',
  seeds: () => [
    `version: 1\nedits:\n${EDITS.map((edit) => `  - ${edit}\n`).join('')}`,
    `# by hand\nversion: 1\nedits: [${EDITS[0]}, &a ${EDITS[3]}, *a]\n`,
    'version: 1\nedits:\n- merge: |-\n    a\n    b\n  into: >\n    c\n# the end\n',
    'version: 1\nedits:\n',
    '',
  ],
  run(input) {
    const text = input.toString();
    if (reads(text)) checkChange(text, { rename: 'grpo', to: 'GRPO' });
  },
};
