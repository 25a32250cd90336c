/** A picture of the view: how large, of which kind, with a ground or without. */
import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Scene } from '../graph/scene.js';
import { setPictureOpen } from '../state/store.js';
import { IconButton } from '../ui/icon-button.js';
import { LONGEST } from './picture.js';
import { savePicture } from './save.js';
import './picture-dialog.css';

const SIZES: readonly (readonly [name: string, width: number, height: number])[] = [
  ['Full HD', 1920, 1080],
  ['4K', 3840, 2160],
  ['Square', 2160, 2160],
];

export default function PictureDialog({ scene }: { readonly scene: Scene }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [window] = useState(() => scene.sigma.getDimensions());
  const [width, setWidth] = useState(2 * window.width);
  const [height, setHeight] = useState(2 * window.height);
  const [format, setFormat] = useState<'png' | 'svg'>('png');
  const [transparent, setTransparent] = useState(false);
  const title = useId();
  useEffect(() => {
    const open = dialog.current;
    open?.showModal();
    return () => open?.close();
  }, []);
  const sizes = [['As the window, sharp', 2 * window.width, 2 * window.height] as const, ...SIZES];
  const close = () => setPictureOpen(false);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on what lies behind it
    <dialog
      ref={dialog}
      className="picture card"
      aria-labelledby={title}
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <form
        className="picture-body"
        onSubmit={(event) => {
          event.preventDefault();
          close();
          void savePicture(scene, format, { width, height, transparent });
        }}
      >
        <header className="picture-header">
          <h2 id={title}>Save a picture of this view</h2>
          <IconButton name="Close" onClick={close}>
            <X size={18} />
          </IconButton>
        </header>
        <fieldset className="picture-row">
          <legend>Kind</legend>
          {(['png', 'svg'] as const).map((each) => (
            <label key={each} className="picture-choice">
              <input type="radio" name="format" checked={format === each} onChange={() => setFormat(each)} />
              {each === 'png' ? 'PNG, of pixels' : 'SVG, sharp at any size'}
            </label>
          ))}
        </fieldset>
        <fieldset className="picture-row">
          <legend>Size</legend>
          {sizes.map(([name, w, h]) => (
            <label key={name} className="picture-choice">
              <input
                type="radio"
                name="size"
                checked={width === w && height === h}
                onChange={() => {
                  setWidth(w);
                  setHeight(h);
                }}
              />
              {name}{' '}
              <span className="secondary">
                {w} × {h}
              </span>
            </label>
          ))}
          <div className="picture-numbers">
            <Pixels name="Width" value={width} onChange={setWidth} />
            <span aria-hidden="true">×</span>
            <Pixels name="Height" value={height} onChange={setHeight} />
            <span className="secondary">pixels</span>
          </div>
        </fieldset>
        <label className="picture-choice">
          <input type="checkbox" checked={transparent} onChange={(event) => setTransparent(event.target.checked)} />
          Transparent background
        </label>
        <button type="submit" className="primary-button">
          Save
        </button>
      </form>
    </dialog>
  );
}

interface PixelsProps {
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Pixels({ name, value, onChange }: PixelsProps) {
  return (
    <input
      type="number"
      aria-label={`${name} in pixels`}
      required
      min={100}
      max={LONGEST}
      value={Number.isNaN(value) ? '' : value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  );
}
