/** What an edit came to, at the foot of the page, with a way to take it back; it leaves by itself after a while. */
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { notify } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { IconButton } from '../ui/icon-button.js';
import './notice.css';

const SHOWN_MS = 15_000;

export function NoticeCard() {
  const notice = useAppState((state) => state.notice);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!notice || notice.state === 'working' || held) return;
    const timer = setTimeout(() => notify(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, held]);
  if (!notice) return null;
  return (
    <section
      className="notice card"
      aria-label="Last edit"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
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
