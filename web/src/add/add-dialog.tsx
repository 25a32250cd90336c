/** Adding papers: drop files or paste abstracts, see what is found in them, then add them to the graph. */
import { FilePlus2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Added } from '../api/types.js';
import { graphChanged } from '../curation/apply.js';
import { announce, notify, select } from '../state/store.js';
import { Dialog } from '../ui/dialog.js';
import { Message } from '../ui/message.js';
import { capitalised, formatCount, plural, toSentence } from '../ui/words.js';
import { FoundPapers } from './found-papers.js';
import { shutAdding } from './given.js';
import { asFile, speakOfPasted } from './pasted.js';
import { useAdding } from './use-adding.js';
import './add-dialog.css';

interface Props {
  /** What was dropped on the page; empty where the dialog asks. */
  readonly files: readonly File[];
}

export default function AddDialog({ files }: Props) {
  const { course, look, add, back } = useAdding(files, (added) => void shown(added));
  // Kept while one looks at what is in it, and when it is refused.
  const [text, setText] = useState('');
  const [isPasted, setPasted] = useState(false);
  const { step } = course;
  const progress = 'progress' in course ? course.progress : undefined;
  const say = (message: string) => (isPasted ? speakOfPasted(message) : message);
  return (
    // What is being added goes on; to shut the dialog would hide it.
    <Dialog title="Add papers" className="add" isBusy={step === 'adding'} onClose={shutAdding}>
      {step === 'choosing' && (
        <Choosing
          text={text}
          onText={setText}
          onFiles={(chosen) => {
            setPasted(false);
            look(chosen);
          }}
          onPasted={() => {
            setPasted(true);
            look([asFile(text)]);
          }}
        />
      )}
      {progress !== undefined && (
        <p className="add-working" role="status">
          <span className="add-bar" aria-hidden="true" />
          {capitalised(say(progress))}
        </p>
      )}
      {step === 'looking' && (
        <button type="button" className="link" onClick={back}>
          Stop
        </button>
      )}
      {course.step === 'found' && (
        <>
          <FoundPapers preview={course.preview} say={say} />
          <footer className="add-buttons">
            <button type="button" className="primary-button" onClick={add}>
              Add {plural(course.preview.total, 'paper')}
            </button>
            <button type="button" className="link" onClick={back}>
              Choose others
            </button>
          </footer>
        </>
      )}
      {course.step === 'failed' && (
        <Message title="Nothing was added" action={{ name: 'Choose others', run: back }} urgent>
          {toSentence(say(course.why))}
        </Message>
      )}
    </Dialog>
  );

  /** The graph is drawn with what was added, and the first new paper is shown. */
  async function shown({ papers, total, merged, refused }: Added): Promise<void> {
    shutAdding();
    await graphChanged();
    const said = [
      total > 0 ? `${plural(total, 'paper')} added` : 'Nothing new: the graph had all of it',
      ...(merged > 0 && total > 0 ? [`${formatCount(merged)} were there already`] : []),
      ...(refused.length > 0 ? [`${formatCount(refused.length)} refused`] : []),
    ].join(', ');
    notify({ text: said, state: 'done' });
    announce(said);
    const [first] = papers;
    if (first) select(first.id, 'search');
  }
}

interface ChoosingProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPasted: () => void;
}

function Choosing({ text, onText, onFiles, onPasted }: ChoosingProps) {
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped here; the button within does the same */}
      <div
        className={over ? 'add-place add-place-over' : 'add-place'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
        }}
      >
        <FilePlus2 size={22} aria-hidden="true" />
        <p>
          Drop files here, or{' '}
          <button type="button" className="link" onClick={() => field.current?.click()}>
            choose files
          </button>
        </p>
        <p className="secondary">Listings of abstracts, arXiv JSON lines, BibTeX, RIS, CSV or text, also gzipped</p>
        <input
          ref={field}
          type="file"
          multiple
          hidden
          aria-label="Files with papers"
          onChange={({ target }) => {
            if (target.files && target.files.length > 0) onFiles([...target.files]);
          }}
        />
      </div>
      <label className="add-label" htmlFor="add-text">
        Or paste abstracts
      </label>
      <textarea
        id="add-text"
        className="add-text"
        rows={7}
        aria-describedby="add-expects"
        placeholder={'Title\nAbstract'}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <p id="add-expects" className="add-expects secondary">
        One paper: its title on the first line, then its abstract; the abstract alone will do. Several: for each a line
        that begins with “Title:”, if there is one, and a line that begins with “Abstract:”.
      </p>
      <footer className="add-buttons">
        <button type="button" className="primary-button" disabled={text.trim() === ''} onClick={onPasted}>
          See what is in it
        </button>
      </footer>
    </>
  );
}
