/** A picture of the view: how large, of which kind, with a ground or without. */
import { useState } from 'react';
import type { Scene } from '../graph/scene.js';
import { setPictureOpen } from '../state/store.js';
import { Dialog } from '../ui/dialog.js';
import { LONGEST } from './picture.js';
import { savePicture } from './save.js';
import './picture-dialog.css';

const SIZES: readonly (readonly [name: string, width: number, height: number])[] = [
  ['Full HD', 1920, 1080],
  ['4K', 3840, 2160],
  ['Square', 2160, 2160],
];

export default function PictureDialog({ scene }: { readonly scene: Scene }) {
  const [window] = useState(() => scene.sigma.getDimensions());
  const [width, setWidth] = useState(2 * window.width);
  const [height, setHeight] = useState(2 * window.height);
  const [format, setFormat] = useState<'png' | 'svg'>('png');
  const [transparent, setTransparent] = useState(false);
  const sizes = [['As the window, sharp', 2 * window.width, 2 * window.height] as const, ...SIZES];
  const close = () => setPictureOpen(false);
  return (
    <Dialog title="Save a picture of this view" className="picture" closesOutside onClose={close}>
      <form
        className="picture-body"
        onSubmit={(event) => {
          event.preventDefault();
          close();
          void savePicture(scene, format, { width, height, transparent });
        }}
      >
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
    </Dialog>
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
