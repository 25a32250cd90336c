/** In the inspector of a method: the ways to its lineage and to its page. */
import { GitBranch, NotebookText } from 'lucide-react';
import { USUAL } from './view-address.js';
import { ViewLink } from './view-link.js';
import './lineage-layer.css';

export function LineageWays({ id }: { readonly id: string }) {
  return (
    <>
      <ViewLink view={{ page: 'lineage', id, ...USUAL }} className="quiet-button view-way">
        <GitBranch size={14} aria-hidden="true" />
        Lineage
      </ViewLink>
      <ViewLink view={{ page: 'method', id }} className="quiet-button view-way">
        <NotebookText size={14} aria-hidden="true" />
        Its page
      </ViewLink>
    </>
  );
}
