/** How much of each choice the other filters leave, as the server counts it; without filters, what the graph has. */
import { useEffect, useMemo, useState } from 'react';
import { afterRest } from '../api/after-rest.js';
import { api } from '../api/client.js';
import type { Facets, Stats } from '../api/types.js';
import { useAppState } from '../state/use-state.js';
import { choiceOf } from './filter-address.js';

/** A brush moves through many ranges: the server is asked when it slows down. */
const REST_MS = 120;

/** @returns those of the filters before while new ones are counted; undefined where they cannot be */
export function useFacets(stats: Stats): Facets | undefined {
  const filters = useAppState((state) => state.filters);
  const [counted, setCounted] = useState<{ of: Stats; facets: Facets | undefined }>();
  const unfiltered = useMemo(() => facetsOf(stats), [stats]);
  const query = useMemo(() => choiceOf(filters), [filters]);
  useEffect(() => {
    if (query === '') {
      setCounted(undefined);
      return;
    }
    return afterRest(REST_MS, (signal) => {
      api.facets(query, signal).then(
        (facets) => setCounted({ of: stats, facets }),
        // That the server is away is said elsewhere: what was counted for other filters would be wrong.
        () => signal.aborted || setCounted({ of: stats, facets: undefined }),
      );
    });
  }, [stats, query]);
  return counted?.of === stats ? counted.facets : unfiltered;
}

function facetsOf({ nodes, edges, papers, facets }: Stats): Facets {
  const { years, categories, organizations, communities } = facets;
  const undated = papers - years.reduce((sum, { papers: ofYear }) => sum + ofYear, 0);
  return { labels: nodes, types: edges, years, undated, categories, organizations, communities };
}
