/** The accurate extractor as it is shipped: the folder `network` beside the folder `lexicon`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DecisionSettings, DecisionSettingsSchema } from '../decision-settings.js';
import { factsFrom } from '../features.js';
import { loadKnowledge } from '../knowledge.js';
import { shippedFolder } from '../shipped-folder.js';
import { AccurateExtractor } from './accurate.js';
import { damaged, Network } from './network.js';
import { WordPieces } from './word-pieces.js';

export const NETWORK_FILES = { settings: 'settings.json', vocabulary: 'vocabulary.txt' } as const;

/**
 * Loads the network and what it builds on. Throws a StemmaError that names the folder when a part is missing.
 * @param options.threads of the network; by default, one for each processor
 */
export async function loadAccurate(options: { folder?: string; threads?: number } = {}): Promise<AccurateExtractor> {
  const folder = options.folder ?? shippedFolder('network');
  const knowledge = loadKnowledge();
  const network = await Network.load(folder, options.threads);
  const { settings, words } = readSettings(folder);
  return new AccurateExtractor({ knowledge, factsOf: factsFrom(knowledge.lexicon), network, words }, settings);
}

function readSettings(folder: string): { settings: DecisionSettings; words: WordPieces } {
  try {
    return {
      settings: DecisionSettingsSchema.parse(JSON.parse(readFileSync(join(folder, NETWORK_FILES.settings), 'utf8'))),
      words: new WordPieces(readFileSync(join(folder, NETWORK_FILES.vocabulary), 'utf8').trimEnd().split('\n')),
    };
  } catch (cause) {
    throw damaged(folder, cause);
  }
}
