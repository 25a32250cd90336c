/** A part of the page that is loaded when it is first asked for. Where it cannot be, that is said, and asking again tries again. */
import { type ComponentType, useEffect, useState } from 'react';
import { tellNotLoaded } from './not-loaded.js';

interface Props<P> {
  /** Must keep its identity. */
  readonly load: () => Promise<{ default: ComponentType<P> }>;
  readonly props: P;
  /** Takes back that it was asked for. */
  readonly onFail: () => void;
  readonly meanwhile?: React.ReactNode;
}

const loaded = new Map<unknown, unknown>();

export function OnDemand<P extends object>({ load, props, onFail, meanwhile = null }: Props<P>) {
  const [part, setPart] = useState(() => ({ Part: loaded.get(load) as ComponentType<P> | undefined }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each part
  useEffect(() => {
    if (part.Part) return;
    let alive = true;
    load().then(
      ({ default: Part }) => {
        loaded.set(load, Part);
        if (alive) setPart({ Part });
      },
      () => {
        if (!alive) return;
        void tellNotLoaded();
        onFail();
      },
    );
    return () => {
      alive = false;
    };
  }, [load]);
  const { Part } = part;
  return Part ? <Part {...props} /> : meanwhile;
}
