/** The other names of an entity, each with why it is one, and a way to split it off. */
import { useState } from 'react';
import type { EntityNode, Reason } from '../api/types.js';
import { NodeLink } from '../inspector/node-link.js';
import { useAppState } from '../state/use-state.js';
import { capitalised, distinctForms, shorten } from '../ui/words.js';
import { applyEdit } from './apply.js';
import { groupSpellings } from './spellings.js';

/** Of a paper's title, so many characters are enough to know it by. */
const TITLE_LENGTH = 40;

interface Props {
  readonly entity: EntityNode;
  readonly reasons: readonly Reason[];
}

export function Aliases({ entity, reasons }: Props) {
  const mayEdit = useAppState((state) => state.mayEdit);
  const [failure, setFailure] = useState<{ alias: string; text: string }>();
  if (entity.aliases.length === 0) return null;
  const shown = distinctForms(entity.name, entity.aliases);
  const split = async (alias: string) => {
    setFailure(undefined);
    const text = await applyEdit({ split: alias, from: entity.id }, `Split “${alias}” off from “${entity.name}”`);
    if (text !== undefined) setFailure({ alias, text });
  };
  const chains = new Map(reasons.map(({ alias, chain }) => [alias, chain]));
  const { own, others } = groupSpellings(entity.name, entity.aliases);
  return (
    <details className="aliases">
      <summary>
        {shown.length > 0
          ? `Also ${shown.map((alias) => `“${alias}”`).join(', ')}`
          : `${entity.aliases.length === 1 ? 'Another spelling' : `${entity.aliases.length} other spellings`}`}
      </summary>
      <ul>
        {others.map(([alias, ...more]) => (
          <li key={alias} className="alias">
            <div className="alias-head">
              <span className="alias-name">{[alias, ...more].join(', ')}</span>
              {mayEdit && (
                <button type="button" className="link alias-split" onClick={() => void split(alias)}>
                  Split off<span className="unseen"> {alias}</span>
                </button>
              )}
            </div>
            <Why
              chain={[alias, ...more].map((form) => chains.get(form) ?? []).find(({ length }) => length > 0) ?? []}
            />
            {failure?.alias === alias && (
              <p className="edit-failure" role="alert">
                {failure.text}
              </p>
            )}
          </li>
        ))}
        {own.length > 0 && (
          <li className="alias">
            <span className="alias-name">{own.join(', ')}</span>
            <p className="alias-why">{own.length === 1 ? 'Another spelling' : 'Other spellings'} of the same name.</p>
          </li>
        )}
      </ul>
    </details>
  );
}

function Why({ chain }: { readonly chain: Reason['chain'] }) {
  if (chain.length === 0) {
    return (
      <p className="alias-why">No single reason is recorded: the two came together through another of these names.</p>
    );
  }
  return chain.map(({ a, b, sentence, rule, score, papers }) => (
    <p key={`${a}\n${b}`} className="alias-why">
      {inWords(sentence)}
      {score < 1 ? ` (${Math.round(score * 100)}% certain). ` : '. '}
      {/* Two spellings can be seen to be one: the papers would be a list and no reason. */}
      {(rule === 'spelling' ? [] : papers).map(({ id, name }, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <NodeLink id={id} className="quiet-link">
            {shorten(name, TITLE_LENGTH)}
          </NodeLink>
        </span>
      ))}
    </p>
  ));
}

/** The server's words begin small and have straight quotes. */
function inWords(words: string): string {
  return capitalised(words).replace(/"([^"]*)"/g, '“$1”');
}
