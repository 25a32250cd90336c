/** What lines and boxes that look otherwise mean, of what is drawn. */
import { isUnsure } from '../../../src/model/lineage.js';
import type { LineageAnswer } from './lineage-api.js';

export function DrawingKey({ steps, methods }: LineageAnswer) {
  const drawn = steps.filter(({ over }) => over === undefined);
  const meanings = [
    drawn.some(({ main }) => main) && { words: 'main path', look: 'lineage-key-main' },
    drawn.some(isUnsure) && { words: 'unsure', look: 'lineage-key-unsure' },
    methods.some(({ generic }) => generic) && { words: 'common tool', look: 'lineage-key-box' },
  ].filter((meaning) => meaning !== false);
  if (meanings.length === 0) return null;
  return (
    <ul className="lineage-key" aria-label="Key">
      {meanings.map(({ words, look }) => (
        <li key={words}>
          <svg width="22" height="10" aria-hidden="true">
            {look === 'lineage-key-box' ? (
              <rect className={look} x="1" y="1" width="20" height="8" rx="2" />
            ) : (
              <path className={look} d="M0 5h22" />
            )}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
