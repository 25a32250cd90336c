/** Every edit of `curation.yaml`, newest first, each with a way to take it back. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CurationEdit } from '../api/types.js';
import { useAppState } from '../state/use-state.js';
import { Dialog } from '../ui/dialog.js';
import { Message } from '../ui/message.js';
import { formatCount, plural } from '../ui/words.js';
import { takeBack } from './apply.js';
import { byHand, learnEdits, shutByHand } from './by-hand.js';
import { editInWords, wordsOfEdit } from './edit-words.js';
import './edits-dialog.css';

/** So many are shown at once; a list that was written by a program may be long. */
const AT_ONCE = 100;

export default function EditsDialog() {
  const { edits, trouble } = useStore(byHand);
  const mayEdit = useAppState((state) => state.mayEdit);
  const [most, setMost] = useState(AT_ONCE);
  const [working, setWorking] = useState<number>();
  const [failure, setFailure] = useState<{ index: number; text: string }>();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  // Somebody may have changed the file since the page was opened.
  useEffect(() => void learnEdits(), []);
  const newestFirst = edits.map((edit, index) => ({ edit, index })).reverse();

  const undo = async (index: number, row: number) => {
    const edit = edits[index];
    if (working !== undefined || !edit) return;
    setFailure(undefined);
    setSaid('');
    setWorking(index);
    const text = await takeBack(index, edit);
    setWorking(undefined);
    if (text === undefined) {
      setSaid(`Taken back: ${editInWords(edit)}`);
      focusRow(row);
    } else setFailure({ index, text });
  };
  /** The button that stands where the one was that is gone; the way out where there is none. */
  const focusRow = (row: number) => {
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>('.by-hand-back') ?? [];
      const next = buttons[Math.min(row, buttons.length - 1)];
      (next ?? list.current?.closest('dialog')?.querySelector<HTMLElement>('.dialog-header button'))?.focus();
    });
  };

  return (
    <Dialog title="Edits by hand" className="by-hand" closesOutside isBusy={working !== undefined} onClose={shutByHand}>
      {trouble !== undefined ? (
        <Message
          title="The edits cannot be read"
          action={{ name: 'Reload the page', run: () => window.location.reload() }}
          urgent
        >
          <p className="by-hand-trouble">{trouble}</p>
          <p>Nothing can be corrected here until the file is right.</p>
        </Message>
      ) : (
        <>
          <p className="by-hand-head secondary">
            {edits.length === 0
              ? 'There are none yet. What you merge, split, rename, retype or reject in the details of a node is kept in curation.yaml and stands here.'
              : `${plural(edits.length, 'edit')} in curation.yaml, newest first. Every build of the graph applies them again.`}
          </p>
          <p className="by-hand-said" role="status">
            {said}
          </p>
          <div ref={list} className="by-hand-list">
            <ul aria-label="Edits, newest first">
              {newestFirst.slice(0, most).map(({ edit, index }, row) => (
                <li key={index} className="by-hand-edit">
                  <span className="by-hand-number secondary">
                    <span className="unseen">Edit </span>
                    {formatCount(index + 1)}
                  </span>
                  <span className="by-hand-words">
                    <Words edit={edit} />
                  </span>
                  {mayEdit && (
                    <button
                      type="button"
                      className="by-hand-back"
                      aria-disabled={working !== undefined}
                      onClick={() => void undo(index, row)}
                    >
                      {working === index ? 'Taking back…' : 'Take back'}
                      <span className="unseen"> edit {index + 1}</span>
                    </button>
                  )}
                  {failure?.index === index && (
                    <p className="edit-failure" role="alert">
                      {failure.text}
                    </p>
                  )}
                </li>
              ))}
            </ul>
            {newestFirst.length > most && (
              <button type="button" className="link by-hand-more" onClick={() => setMost(most + AT_ONCE)}>
                Show {formatCount(Math.min(AT_ONCE, newestFirst.length - most))} older
              </button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

function Words({ edit }: { readonly edit: CurationEdit }) {
  const { did, what, how, other } = wordsOfEdit(edit);
  return (
    <>
      {did} <span className="by-hand-name">{what}</span> {how}
      {other !== undefined && (
        <>
          {' '}
          <span className="by-hand-name">{other}</span>
        </>
      )}
    </>
  );
}
