/** What an edit came to, at the foot of the page, with a way to take it back; it leaves by itself after a while. */
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type Notice, notify } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { IconButton } from '../ui/icon-button.js';
import './notice.css';

const SHOWN_MS = 15_000;

export function NoticeCard() {
  const notice = useAppState((state) => state.notice);
  // With the card goes what it knows of the pointer: an element that is taken away is never told that it was left.
  return notice && <Card notice={notice} />;
}

function Card({ notice }: { readonly notice: Notice }) {
  const card = useRef<HTMLElement>(null);
  const [isUnderPointer, setUnderPointer] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const stays = notice.state === 'working' || notice.isLasting || isUnderPointer || hasFocus;
  // A button that had the focus may be gone with the notice before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each notice
  useEffect(() => setHasFocus(card.current?.contains(document.activeElement) ?? false), [notice]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each notice has its own time
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => notify(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, stays]);
  return (
    <section
      ref={card}
      className="notice card"
      aria-label="Last edit"
      onPointerEnter={() => setUnderPointer(true)}
      onPointerLeave={() => setUnderPointer(false)}
      onFocus={() => setHasFocus(true)}
      onBlur={() => setHasFocus(false)}
    >
      <p className="notice-text" role={notice.state === 'failed' ? 'alert' : undefined}>
        {notice.text}
      </p>
      {notice.undo && (
        <button type="button" className="notice-undo" onClick={notice.undo}>
          Undo
        </button>
      )}
      {notice.reload && (
        <button type="button" className="notice-undo" onClick={() => window.location.reload()}>
          Reload the page
        </button>
      )}
      {notice.state !== 'working' && (
        <IconButton name="Close this message" onClick={() => notify(undefined)}>
          <X size={16} />
        </IconButton>
      )}
    </section>
  );
}
