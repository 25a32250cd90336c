/**
 * What is drawn of a graph that is drawn only in part: with filters, the most important of what they let through, as the
 * server finds them in the whole graph.
 */
import { useEffect, useLayoutEffect, useState } from 'react';
import { afterRest } from '../api/after-rest.js';
import { api } from '../api/client.js';
import { explain, isAbort } from '../api/errors.js';
import type { Overview } from '../api/types.js';
import { notify, store } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { choiceOf } from './filter-address.js';

/** A brush moves through many ranges: the server is asked when it rests. */
const REST_MS = 250;

export function useChosen(whole: Overview): Overview {
  const filters = useAppState((state) => state.filters);
  const [chosen, setChosen] = useState<{ of: Overview; overview: Overview }>();
  useLayoutEffect(() => store.setState({ inPart: whole.shown < whole.total }), [whole]);
  useEffect(() => {
    const query = choiceOf(filters);
    if (whole.shown >= whole.total || query === '') {
      setChosen(undefined);
      return;
    }
    return afterRest(REST_MS, (signal) => {
      api.chosen(query, signal).then(
        (overview) => {
          store.setState({ chosen: { filters, nodes: new Set(overview.nodes.map(({ id }) => id)) } });
          setChosen({ of: whole, overview });
        },
        (error: unknown) => {
          if (isAbort(error)) return;
          store.setState({ chosen: { filters, nodes: undefined } });
          notify({ text: `Only what is drawn is filtered. ${explain(error)}`, state: 'failed' });
        },
      );
    });
  }, [whole, filters]);
  return chosen?.of === whole ? chosen.overview : whole;
}
