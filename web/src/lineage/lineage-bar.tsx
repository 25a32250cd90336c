/** The bar above a lineage: what it is of, to where, how far it goes, and how to take it along. */
import { Download, X } from 'lucide-react';
import { useId, useState } from 'react';
import { saveFile } from '../console/download.js';
import { AskForNode } from '../search/ask-for-node.js';
import { announce } from '../state/store.js';
import { IconButton } from '../ui/icon-button.js';
import { plural } from '../ui/words.js';
import { type LineageAnswer, lineageAddress } from './lineage-api.js';
import { savePng } from './save-png.js';
import { type Direction, LIMITS, type LineageView, MOST_DEPTH } from './view-address.js';
import { closeView, openLineage, openView } from './view-state.js';

interface Props {
  readonly view: LineageView;
  readonly answer: LineageAnswer | undefined;
  readonly title: string;
}

const DEPTHS = Array.from({ length: MOST_DEPTH }, (_, i) => i + 1);
const DIRECTIONS: readonly (readonly [Direction, string])[] = [
  ['ancestors', 'Came from'],
  ['both', 'Both'],
  ['descendants', 'Gave rise to'],
];

export function LineageBar({ view, answer, title }: Props) {
  const name = useId();
  const between = view.to !== undefined;
  return (
    <header className="lineage-bar">
      <h1 className="lineage-title">{title}</h1>
      {answer && <p className="lineage-count secondary">{countWords(answer)}</p>}
      <div className="lineage-choices">
        <AskForNode
          key={`from ${view.id}`}
          icon={null}
          title={view.id === undefined ? 'Lineage of…' : 'From…'}
          label="Show the lineage of"
          papers={false}
          except={view.id === undefined ? [] : [view.id]}
          onChoose={(id) => (between ? openView({ ...view, id }) : openLineage(id))}
        />
        {view.id !== undefined && (
          <AskForNode
            key={`to ${view.to}`}
            icon={null}
            title="To…"
            label="Show the chain to"
            papers={false}
            except={[view.id]}
            onChoose={(to) => openView({ ...view, to })}
          />
        )}
        {between && (
          <button type="button" className="quiet-button" onClick={() => openView({ ...view, to: undefined })}>
            Whole lineage
          </button>
        )}
        {view.id !== undefined && (
          <button type="button" className="quiet-button" onClick={() => openLineage(undefined)}>
            Main paths
          </button>
        )}
        {view.id !== undefined && !between && (
          <>
            <fieldset className="lineage-direction">
              <legend className="unseen">Which way</legend>
              {DIRECTIONS.map(([direction, words]) => (
                <label key={direction}>
                  <input
                    type="radio"
                    className="unseen"
                    name={name}
                    checked={view.direction === direction}
                    onChange={() => openView({ ...view, direction })}
                  />
                  <span className="lineage-way">{words}</span>
                </label>
              ))}
            </fieldset>
            <label className="lineage-select">
              Steps
              <select value={view.depth} onChange={(event) => openView({ ...view, depth: Number(event.target.value) })}>
                {DEPTHS.map((depth) => (
                  <option key={depth}>{depth}</option>
                ))}
              </select>
            </label>
            <label className="lineage-select">
              At most
              <select value={view.limit} onChange={(event) => openView({ ...view, limit: Number(event.target.value) })}>
                {LIMITS.map((limit) => (
                  <option key={limit}>{limit}</option>
                ))}
              </select>
            </label>
            <label className="lineage-check">
              <input
                type="checkbox"
                checked={view.generic}
                onChange={(event) => openView({ ...view, generic: event.target.checked })}
              />
              Common tools
            </label>
          </>
        )}
        {answer && <Save view={view} answer={answer} />}
      </div>
      <IconButton name="Close the lineage" shortcut="Escape" className="lineage-close" onClick={closeView}>
        <X size={18} />
      </IconButton>
    </header>
  );
}

function countWords({ shown, total }: LineageAnswer): string {
  return shown < total ? `${shown} of ${plural(total, 'method')}` : plural(shown, 'method');
}

function Save({ view, answer }: { readonly view: LineageView; readonly answer: LineageAnswer }) {
  const [open, setOpen] = useState(false);
  const menu = useId();
  const file = `lineage-${(view.id ?? 'main-paths').replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  const png = async () => {
    try {
      await savePng(lineageAddress(view, 'svg'), `${file}.png`);
    } catch {
      announce('The picture could not be made');
    }
  };
  const { drawing: _, ...data } = answer;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <div
      className="lineage-save"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
      }}
    >
      <button
        type="button"
        className="quiet-button"
        aria-expanded={open}
        aria-controls={menu}
        onClick={() => setOpen(!open)}
      >
        <Download size={14} aria-hidden="true" />
        Save
      </button>
      <div id={menu} className="lineage-saves card" hidden={!open}>
        <a className="quiet-button view-way" href={lineageAddress(view, 'svg')} download={`${file}.svg`}>
          SVG
        </a>
        <button type="button" className="quiet-button" onClick={() => void png()}>
          PNG
        </button>
        <a className="quiet-button view-way" href={lineageAddress(view, 'mermaid')} download={`${file}.mmd`}>
          Mermaid
        </a>
        <a className="quiet-button view-way" href={lineageAddress(view, 'dot')} download={`${file}.dot`}>
          Graphviz
        </a>
        <button
          type="button"
          className="quiet-button"
          onClick={() => saveFile(`${file}.json`, `${JSON.stringify(data, null, 2)}\n`, 'application/json')}
        >
          JSON
        </button>
      </div>
    </div>
  );
}
