/** Rejecting one edge: at the end of its line, or in words where all is about it. */
import { Ban } from 'lucide-react';
import { useState } from 'react';
import type { DrawnEdge } from '../api/types.js';
import { useAppState } from '../state/use-state.js';
import { IconButton } from '../ui/icon-button.js';
import { applyEdit } from './apply.js';
import './edits.css';

interface Props {
  readonly edge: Pick<DrawnEdge, 'source' | 'target' | 'type'>;
  /** The node at the other end. */
  readonly name: string;
  readonly inWords?: boolean;
}

export function RejectButton({ edge, name, inWords = false }: Props) {
  const mayEdit = useAppState((state) => state.mayEdit);
  const [failure, setFailure] = useState<string>();
  if (!mayEdit) return null;
  const reject = async () => {
    const edit = { reject: edge.type, from: edge.source, to: edge.target };
    setFailure(await applyEdit(edit, `Rejected the link with “${name}”`));
  };
  return (
    <>
      {inWords ? (
        <button type="button" className="edits-kind" onClick={() => void reject()}>
          <Ban size={14} aria-hidden="true" />
          Reject this link
        </button>
      ) : (
        <IconButton name={`Reject the link with ${name}`} className="reject" onClick={() => void reject()}>
          <Ban size={14} />
        </IconButton>
      )}
      {failure !== undefined && (
        <span className="edit-failure" role="alert">
          {failure}
        </span>
      )}
    </>
  );
}
