/** What the pointer does on links: where it rests on one, that is said; a click selects it. */
import type { Coordinates, MouseCoords } from 'sigma/types';
import { type Link, pointAtLink, type Selection, selectLink, store } from '../state/store.js';
import type { Drawing } from './drawing.js';
import { isByFinger } from './fingers.js';
import { REACH } from './link-at.js';

/** The pointer stands still when it has not moved for so long. */
const REST_MS = 60;
/** A second click sooner than this is a double one, which was meant for the view. */
const DOUBLE_MS = 600;

interface Options {
  readonly sigma: Drawing;
  readonly container: HTMLElement;
  /** The link at a point of the container, no farther than so many pixels. */
  readonly find: (at: Coordinates, reach: number) => Link | undefined;
}

export class LinkPointer {
  readonly #options: Options;
  readonly #stops = new AbortController();
  #timer = 0;
  #clicked: { readonly at: number; readonly before: Selection | undefined } | undefined;
  readonly #leave = () => {
    window.clearTimeout(this.#timer);
    if (!store.getState().pointedLink) return;
    pointAtLink(undefined);
    this.#options.container.style.cursor = '';
  };

  constructor(options: Options) {
    this.#options = options;
    const { sigma, container } = options;
    const { signal } = this.#stops;
    container.addEventListener('pointermove', (event) => this.#move(event), { signal });
    for (const type of ['pointerleave', 'pointerdown'] as const) {
      container.addEventListener(type, this.#leave, { signal });
    }
    sigma.getCamera().on('updated', this.#leave);
    sigma.on('doubleClickStage', ({ event }) => this.#takeBack(event.original.timeStamp));
  }

  stop(): void {
    this.#stops.abort();
    this.#leave();
    this.#options.sigma.getCamera().removeListener('updated', this.#leave);
  }

  /** @returns whether a link was met, which is selected now */
  click(event: MouseCoords): boolean {
    const link = this.#options.find(event, isByFinger(event) ? REACH.finger : REACH.pointer);
    this.#clicked = undefined;
    if (!link) return false;
    this.#clicked = { at: event.original.timeStamp, before: store.getState().selection };
    this.#leave();
    selectLink(link, 'canvas');
    return true;
  }

  #move({ pointerType, buttons, clientX, clientY }: PointerEvent): void {
    this.#leave();
    if (pointerType === 'touch' || buttons !== 0) return;
    this.#timer = window.setTimeout(() => {
      const { hovered, lassoing } = store.getState();
      if (hovered !== undefined || lassoing) return;
      const { container, find } = this.#options;
      const { left, top } = container.getBoundingClientRect();
      const link = find({ x: clientX - left, y: clientY - top }, REACH.pointer);
      if (!link) return;
      container.style.cursor = 'pointer';
      pointAtLink({ ...link, x: clientX, y: clientY });
    }, REST_MS);
  }

  /** The first of two clicks has selected what lay in the way. */
  #takeBack(at: number): void {
    if (this.#clicked && at - this.#clicked.at < DOUBLE_MS) store.setState({ selection: this.#clicked.before });
    this.#clicked = undefined;
  }
}
